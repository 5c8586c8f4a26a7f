// A card becomes a ticket that the server signs without seeing it (RFC 9474): the message is drawn here, blinded, and unblinded here. Without this script, without its
// library, or where the browser cannot, the form is sent as it is and the server draws the ticket itself.
import { RSABSSA } from '../lib/blindrsa/index.js';

const form = document.querySelector('form[data-key]');
const lost = document.querySelector('[data-lost]');
const suite = RSABSSA.SHA384.PSS.Randomized();
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
const text = data => btoa(String.fromCharCode(...data)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
let drawn, busy = false;

// Drawn once for the page: a reply that got lost is asked for again with the same blinded message, and costs no second card.
async function draw() {
  const key = await crypto.subtle.importKey('spki', bytes(form.dataset.key), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
  return { key, message, ...await suite.blind(key, message) };
}

async function exchange({ key, message, blindedMsg, inv }) {
  form.elements['Form.Blinded'].value = text(blindedMsg);
  const reply = await fetch(form.action, { method: 'POST', body: new FormData(form) });
  // Refused, no card was taken: sent once more as a form, the page that comes says why. Without the message: whatever is answered now is a page.
  if (reply.status === 400) { form.elements['Form.Blinded'].value = ''; form.submit(); return; }
  if (!reply.ok) throw new Error('no answer');
  const { signature, next } = await reply.json();
  const signed = await suite.finalize(key, message, bytes(signature), inv);
  document.cookie = `__Host-ticket=${text(message)}.${text(signed)}; Secure; Path=/; SameSite=Lax; Max-Age=43200`;
  location.assign(next);
}

async function press() {
  try { drawn ??= await draw(); }
  catch { form.submit(); return; }
  try { await exchange(drawn); }
  catch { lost.hidden = false; }
}

if (form?.dataset.key) form.addEventListener('submit', event => {
  event.preventDefault();
  // A second tap while the first is on its way would be a second message for the same card.
  if (busy) return;
  busy = true;
  lost.hidden = true;
  press().finally(() => { busy = false; });
});
