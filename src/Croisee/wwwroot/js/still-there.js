// A shared tablet: nine minutes after the last key or touch, not after the page came, it asks on the page itself whether somebody is there. Nothing typed is lost by saying yes.
const box = document.getElementById('encore-la');
const { wait, asked, first } = box.dataset;
let timer;

const after = (seconds, act) => { clearTimeout(timer); timer = setTimeout(act, seconds * 1000); };
const leave = () => location.replace(first);
const ask = () => { box.showModal(); after(asked, leave); };
const watch = () => { if (!box.open) after(wait, ask); };

for (const touch of ['keydown', 'pointerdown', 'input']) addEventListener(touch, watch);
box.addEventListener('close', watch);
watch();

// The server asks too, for browsers without scripts, and does not know that somebody is writing: its waiting ends here, unless the page is already being left.
let leaving = false;
addEventListener('beforeunload', () => { leaving = true; });
const goOn = () => { if (!leaving) stop(); };
if (document.readyState === 'complete') goOn(); else addEventListener('load', goOn);
