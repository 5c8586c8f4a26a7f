// One question a screen: the Tab key stops at each answer, where browsers stop once for all of a choice and leave the rest to the arrows. Two keys, or two switches,
// then come to every answer and choose it. Arrows choose as before, and do so without this.
const mine = 'form.step input[type=radio]';
const answers = one => [...one.form.querySelectorAll('input[type=radio]')].filter(other => other.name === one.name && !other.disabled);
let way = 0;

addEventListener('pointerdown', () => { way = 0; });

addEventListener('keydown', event => {
  way = event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey ? 0 : event.shiftKey ? -1 : 1;
  if (!way || !event.target.matches(mine)) return;
  const all = answers(event.target), next = all[all.indexOf(event.target) + way];
  // A recording beside an answer is a stop too.
  if (!next || way > 0 && event.target.closest('.choice')?.querySelector('audio')) return;
  event.preventDefault();
  next.focus();
});

// Whoever comes back to an answered question meets its first answer first, not the one that is chosen.
addEventListener('focusin', event => {
  const from = event.relatedTarget;
  if (!way || !from || !event.target.matches(mine)) return;
  const all = answers(event.target);
  if (all.includes(from)) return;
  const beyond = all.filter(one => from.compareDocumentPosition(one) & (way > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING));
  beyond.at(way > 0 ? 0 : -1)?.focus();
});
