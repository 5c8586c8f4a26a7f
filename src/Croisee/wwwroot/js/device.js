// A questionnaire where there is no network: the page shows one question at a time, keeps each person's answers sealed, and sends them when it can.
import { Plan, refusal, saidIn, sentAs } from './device-plan.js';
import { Store, newKey, seal } from './device-store.js';
import { told as words } from './device-words.js';

const root = document.getElementById('appareil');
const plan = new Plan(JSON.parse(root.dataset.plan));
const cacheName = `appareil-${plan.device}`;
const lifeMs = 30 * 60_000, askedMs = 5 * 60_000, retryMs = 60_000;
const part = id => document.getElementById(id);
const all = what => [...root.querySelectorAll(what)];
const title = part('titre'), name = title.textContent;
const screens = all(':scope > div, :scope > form');
const say = (element, words) => { element.textContent = words; element.hidden = !words; };
const counted = (count, none, one, many) => words(count === 0 ? none : count === 1 ? one : many, count);

// « theirs » is drawn once for each person: kept twice, by a double tap or by « Réessayer », their sheet is one.
let store, answers = null, theirs, at = 0, idle, shown, busy = false, sending = false, prepared = words('Préparation…'), trouble = '';

function show(screen, words) {
  for (const reader of all('read-aloud')) reader.stop?.();
  for (const sound of all('audio')) sound.pause();
  for (const other of screens) other.hidden = other !== screen;
  for (const box of all('[data-free], [data-begun]')) box.hidden = 'begun' in box.dataset !== !!answers;
  shown = screen.id;
  title.textContent = words ?? screen.dataset.title ?? name;
  title.classList.toggle('meta', !!words);
  document.title = `${title.textContent} · Croisée`;
  title.focus();
  scrollTo(0, 0);
  watch();
}

// Whoever was there is forgotten half an hour after the last touch, not after the screen came, and is asked before. Never what waits for room: that is finished.
function watch() {
  clearTimeout(idle);
  if (answers && shown !== 'plein') idle = shown === 'encore' ? setTimeout(forget, askedMs) : setTimeout(() => show(part('encore')), lifeMs);
}

function begin() {
  answers = Object.create(null);
  theirs = { key: newKey(), name: newKey() };
  at = 0;
  for (const form of all('form')) { form.reset(); for (const box of form.querySelectorAll('.choices')) mix(box, form); }
  for (const notice of all('[data-helper]')) notice.hidden = false;
  showQuestion();
}

// Answers in another order for each person, where the order means nothing; « je ne sais pas » stays last.
function mix(box, form) {
  if (!plan.sections.flatMap(s => s.questions).find(q => q.fields.includes(form.dataset.field))?.shuffled) return;
  const said = [...box.querySelectorAll('.choice:not(.silent)')], silent = [...box.querySelectorAll('.choice.silent')];
  for (let left = said.length; left > 0; left--) box.append(...said.splice(Math.floor(Math.random() * left), 1));
  box.append(...silent);
}

function showQuestion() {
  const { screens: put, said: last } = plan.walk(answers);
  if (at >= put.length) { tellBefore(part('fin'), last); say(part('fin').querySelector('[data-fault]'), ''); show(part('fin')); return; }
  const form = all('[data-field]').find(f => f.dataset.field === put[at].code);
  Object.assign(form.querySelector('progress'), { max: put.length, value: at + 1 });
  tellFault(form, '');
  tellBefore(form, put[at].said);
  show(form, words('Question {0} sur {1}', at + 1, put.length));
}

// What is said before a screen depends on the answers: put there when it is shown.
function tellBefore(screen, codes) {
  screen.querySelector('[data-before]').replaceChildren(...codes.map(code => part('dits').querySelector(`[data-said="${code}"]`).cloneNode(true)));
}

// What is wrong belongs to the field that it speaks of, until that is right.
function tellFault(form, words) {
  const place = form.querySelector('[data-fault]'), field = form.querySelector('fieldset, .field > :is(input, textarea)');
  say(place, words);
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id && id !== place.id).concat(words ? place.id : []);
  if (described.length) field.setAttribute('aria-describedby', described.join(' ')); else field.removeAttribute('aria-describedby');
  for (const typed of form.querySelectorAll('.field :is(input:not([type=radio], [type=checkbox]), select, textarea)')) if (words) typed.setAttribute('aria-invalid', 'true'); else typed.removeAttribute('aria-invalid');
}

function answer(form, passed) {
  const { code, question } = plan.walk(answers).screens[at];
  const said = passed ? [] : saidIn(form, code, question);
  const date = form.querySelector('input[type=date]');
  const fault = passed ? '' : date?.validity.badInput ? words('Écrivez une date entière : jour, mois, année.') : plan.fault(question, said);
  tellFault(form, fault);
  if (fault) { form.querySelector('input, select, textarea').focus(); return; }
  if (passed) form.reset();
  answers[code] = said.includes(refusal) ? [] : said;
  at = plan.walk(answers).screens.findIndex(s => s.code === code) + 1;
  showQuestion();
}

function back() {
  const count = plan.walk(answers).screens.length;
  at = Math.min(at, count) - 1;
  if (at >= 0) { showQuestion(); return; }
  at = 0;
  show(part('accueil'));
}

function alone() {
  for (const notice of all('[data-helper]')) notice.hidden = true;
  for (const mode of part('fin').querySelectorAll('[name="Form.Mode"]')) mode.checked = false;
}

function forget() {
  answers = null;
  for (const form of all('form')) form.reset();
  show(part('efface'));
}

async function keep() {
  if (busy || !answers) return;
  const told = sentAs(plan.walk(answers));
  // Nothing was answered: it would be no sheet where it arrives.
  if (Object.keys(told).length === 0) { say(part('fin').querySelector('[data-fault]'), words('Il n’y a aucune réponse à garder. Revenez à une question, ou arrêtez.')); return; }
  busy = true;
  const kept = { key: theirs.key, revision: plan.revision, mode: new FormData(part('fin')).get('Form.Mode') || null, answers: told };
  try { await store.keep(theirs.name, await seal(kept, plan.device, plan.key)); }
  catch { show(part('plein')); return; }
  finally { busy = false; }
  answers = null;
  for (const form of all('form')) form.reset();
  show(part('merci'));
  await tell();
  send();
}

// One after the other, each until the server says that it is there; a second page of the same device waits.
const send = () => navigator.locks.request(`envoi-${plan.device}`, { ifAvailable: true }, async mine => {
  if (!mine || !store || (await store.names()).length === 0) return;
  sending = true;
  trouble = '';
  await tell();
  try {
    const page = await fetch(root.dataset.envoi, { cache: 'no-store' });
    if (!page.ok) throw refused(page.status);
    const form = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('form');
    for (const name of await store.names()) {
      const body = new FormData(form);
      body.set('Form.Content', await store.read(name));
      const answer = await fetch(root.dataset.envoi, { method: 'POST', body, cache: 'no-store' });
      // One that is damaged stays, and holds back no other.
      if (answer.status !== 204 && !waits(answer.status)) { trouble = refused(400).words; continue; }
      if (answer.status !== 204) throw refused(answer.status);
      await store.drop(name);
      await store.tell('sent', (await store.told('sent') ?? 0) + 1);
      await tell();
    }
  } catch (error) { trouble = error.words ?? words('Pas de réseau : elles partiront quand il reviendra.'); }
  sending = false;
  await tell();
});

// The device is unknown, or the server busy: the next one would have the same answer.
const waits = status => status === 404 || status === 429 || status >= 500;

const refused = status => Object.assign(new Error(), { words: words(status === 404 ? 'Le serveur ne connaît plus cet appareil. N’effacez rien et appelez l’équipe de l’enquête.'
  : status === 400 ? 'Une réponse est abîmée : elle reste ici. N’effacez rien et appelez l’équipe de l’enquête.' : 'Le serveur est occupé : l’envoi reprendra dans une minute.') });

async function tell() {
  const waiting = (await store.names()).length, sent = await store.told('sent') ?? 0;
  say(root.querySelector('[data-state]'), [
    prepared,
    words('{0}, {1}.', counted(waiting, 'Aucune réponse en attente', 'Une réponse en attente', '{0} réponses en attente'), counted(sent, 'aucune envoyée', 'une envoyée', '{0} envoyées')),
    sending ? words('Envoi…') : waiting > 0 ? trouble : '',
  ].filter(Boolean).join('\n'));
  say(root.querySelector('[data-waiting]'), waiting > 0 ? counted(waiting, '', 'Une réponse n’est pas encore partie : elle sera perdue.', '{0} réponses ne sont pas encore parties : elles seront perdues.') : words('Tout est parti. L’appareil oubliera cette enquête.'));
}

async function warn() {
  const over = new Date().toLocaleDateString('sv') > plan.lastDay ? words('D’après l’horloge de cet appareil, l’enquête est terminée. Les réponses sont gardées et envoyées quand même : l’équipe décidera.') : '';
  const { quota = Infinity, usage = 0 } = await navigator.storage?.estimate?.() ?? {};
  const full = quota - usage < 2 ** 20 ? words('La mémoire de cet appareil est presque pleine. Faites de la place avant de partir.') : '';
  say(root.querySelector('[data-warning]'), [over, full].filter(Boolean).join('\n'));
}

// Everything that the pages need, taken anew whenever there is a network: the pages last, so that a page never lacks its parts.
async function prepare() {
  try {
    await navigator.serviceWorker.register('/hors-ligne.js', { scope: root.dataset.envoi.replace(/envoi$/, '').replace(/\/$/, '') });
    const cache = await caches.open(cacheName);
    const pages = await Promise.all(plan.pages.map(async address => [address, await fetch(address, { cache: 'no-store' })]));
    if (pages.some(([, page]) => !page.ok || page.redirected)) throw new Error();
    const needed = new Set(performance.getEntriesByType('resource').map(e => e.name).filter(n => /\.(js|css|svg|woff2|png)(\?|$)/.test(n)));
    for (const [, page] of pages) {
      const read = new DOMParser().parseFromString(await page.clone().text(), 'text/html');
      for (const element of read.querySelectorAll('img[src], audio[src], source[src], script[src], link[href]')) needed.add(new URL(element.getAttribute('src') ?? element.getAttribute('href'), location).href);
    }
    await Promise.all([...needed].map(async address => {
      if (!await cache.match(address)) await cache.add(new Request(address, { cache: 'reload' }));
      // Its name stays when its words change: taken anew, so that a page never meets parts of another time.
      else if (/\/js\/device-[a-z]+\.js$/.test(address)) await fetch(address, { cache: 'no-store' }).then(fresh => fresh.ok && cache.put(address, fresh));
    }));
    for (const [address, page] of pages) await cache.put(address, page);
    const wanted = new Set([...needed, ...plan.pages.map(p => new URL(p, location).href)]);
    for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  } catch {
    prepared = words(await caches.match(location.href, { ignoreVary: true }) ? 'Prêt : vous pouvez partir sans réseau.' : 'Cet appareil n’est pas encore prêt : il lui faut du réseau une fois.');
    return;
  }
  prepared = words('Prêt : vous pouvez partir sans réseau.');
}

async function wipe() {
  const emptied = store;
  store = answers = null;
  await emptied.wipe(plan.device);
  await caches.delete(cacheName);
  for (const registration of await navigator.serviceWorker.getRegistrations()) if (registration.scope.includes(plan.device)) await registration.unregister();
  root.querySelector('[data-ready]').remove();
  root.querySelector('[data-warning]').remove();
  say(root.querySelector('[data-state]'), words('Cet appareil est vide : il ne garde plus rien de cette enquête. Vous pouvez fermer cette page.'));
  show(part('accueil'));
}

const acts = { begin, back, alone, stop: () => show(part('effacer')), erase: forget, on: showQuestion, home: () => show(part('accueil')), send: () => send(), again: keep, empty: () => show(part('vide')), wipe, pass: form => answer(form, true) };

root.addEventListener('click', event => {
  const button = event.target.closest('[data-do]');
  if (button) acts[button.dataset.do](button.form);
});
root.addEventListener('submit', event => {
  event.preventDefault();
  if (event.target.id === 'fin') keep(); else answer(event.target, false);
});
for (const touch of ['keydown', 'pointerdown', 'input']) addEventListener(touch, () => { if (shown !== 'encore') watch(); });
addEventListener('beforeunload', event => { if (answers) event.preventDefault(); });

if (navigator.serviceWorker && navigator.locks && globalThis.indexedDB && crypto.subtle) {
  store = await Store.open(plan.device);
  await store.tell('address', location.pathname).catch(() => {});
  root.querySelector('[data-without]').remove();
  root.querySelector('[data-ready]').hidden = false;
  await tell();
  addEventListener('online', () => prepare().then(send));
  await navigator.storage?.persist?.();
  await prepare();
  await warn();
  await tell();
  setInterval(send, retryMs);
  send();
}
