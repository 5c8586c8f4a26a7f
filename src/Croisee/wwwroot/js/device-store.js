// What a device keeps of people: sealed answers under random names, and how many it has sent. Nothing else.
// The seal is described in Envelope.cs: whoever has the device cannot open it.
const curve = { name: 'ECDH', namedCurve: 'P-256' };
const text = new TextEncoder();
const bytesOf = base64 => Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
const base64Of = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

export const newKey = () => base64Of(crypto.getRandomValues(new Uint8Array(16)));

export async function seal(kept, device, publicKey) {
  const theirs = await crypto.subtle.importKey('spki', bytesOf(publicKey), curve, false, []);
  const mine = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const secret = await crypto.subtle.importKey('raw', await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine.privateKey, 256), 'HKDF', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode(`croisee ${device}`) }, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  // In whole blocks: the length of what is kept must not tell a long text from none.
  const words = JSON.stringify(kept);
  const plain = text.encode(words.padEnd(Math.ceil(words.length / 1024) * 1024));
  const closed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: text.encode(device) }, key, plain);
  return base64Of([1, ...new Uint8Array(await crypto.subtle.exportKey('raw', mine.publicKey)), ...nonce, ...new Uint8Array(closed)]);
}

const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });

// Room held from the first day, given back when the device is full: the answer that is being told then still fits.
const heldBytes = 512 * 1024;

export class Store {
  static name = device => `croisee-${device}`;

  static async open(device) {
    const opening = indexedDB.open(Store.name(device), 1);
    opening.onupgradeneeded = () => { opening.result.createObjectStore('kept'); opening.result.createObjectStore('told'); };
    const store = new Store();
    store.db = await done(opening);
    if (!await store.told('held').catch(() => 0)) await store.tell('held', new Blob([new Uint8Array(heldBytes)])).catch(() => {});
    return store;
  }

  // One that is there already, or nothing: none is made by looking for it.
  static async find(device) {
    const opening = indexedDB.open(Store.name(device), 1);
    opening.onupgradeneeded = () => opening.transaction.abort();
    const store = new Store();
    store.db = await done(opening).catch(() => null);
    return store.db && store;
  }

  close() { this.db.close(); }

  // Done only when the device says that it is written.
  #write(name, act) {
    return new Promise((yes, no) => {
      const writing = this.db.transaction(name, 'readwrite', { durability: 'strict' });
      writing.oncomplete = () => yes();
      writing.onerror = writing.onabort = () => no(writing.error);
      act(writing.objectStore(name));
    });
  }

  #read(name, act) { return done(act(this.db.transaction(name).objectStore(name))); }

  told(what) { return this.#read('told', s => s.get(what)); }
  tell(what, value) { return this.#write('told', s => s.put(value, what)); }

  async keep(name, sealed) {
    try { await this.#write('kept', s => s.put(sealed, name)); }
    catch {
      await this.#write('told', s => s.delete('held'));
      await this.#write('kept', s => s.put(sealed, name));
    }
  }

  names() { return this.#read('kept', s => s.getAllKeys()); }
  read(name) { return this.#read('kept', s => s.get(name)); }
  drop(name) { return this.#write('kept', s => s.delete(name)); }

  wipe(device) {
    this.db.close();
    return done(indexedDB.deleteDatabase(Store.name(device)));
  }
}
