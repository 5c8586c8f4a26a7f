// Prepared again, a device is another one with a store of its own: what the one before still holds goes out from its own page. Here each that holds something is named, with the way to it.
import { Store } from './device-store.js';
import { told } from './device-words.js';

const place = document.querySelector('[data-kept]');
const counted = count => told(count === 1 ? 'une réponse en attente' : '{0} réponses en attente', count);

// By their stores; where a browser does not list those, by what it keeps of their pages.
async function devices() {
  const names = [...(await indexedDB.databases?.() ?? []).map(d => d.name), ...await caches.keys()];
  return [...new Set(names.map(name => /^(?:croisee|appareil)-([0-9a-f]{32})$/.exec(name)?.[1]).filter(Boolean))];
}

// Told by the device itself since it was opened, else by the pages that are kept of it.
async function addressOf(device, store) {
  const told = await store.told('address');
  if (told) return told;
  const cache = await caches.open(`appareil-${device}`);
  return (await cache.keys()).map(request => new URL(request.url).pathname).find(path => path.endsWith(`/hors-ligne/${device}`));
}

if (globalThis.indexedDB && globalThis.caches) for (const device of await devices()) {
  if (device === place.dataset.kept) continue;
  const store = await Store.find(device);
  if (!store) continue;
  const waiting = (await store.names()).length, address = waiting > 0 ? await addressOf(device, store) : null;
  store.close();
  if (!address) continue;
  const line = document.createElement('li'), link = document.createElement('a');
  link.href = address;
  link.textContent = told('Appareil {0} : {1}', device.slice(0, 4), counted(waiting));
  line.append(link);
  place.querySelector('ul').append(line);
  place.hidden = false;
}
