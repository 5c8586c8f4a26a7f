// A QR code carries a private code, to go on with answers or of a card, after the « # », which no browser sends anywhere: it is put in the form, and taken out of the address.
// Before the page that has the form (a language, easy words, who answers are chosen first), it goes with each link of the survey.
const input = document.querySelector('form[data-from-address] input:not([type=hidden])');

function take() {
  // Nothing else: other links lead to parts of the page.
  if (!/^#([a-z]{4}(-[a-z]{4}){6}|[a-z2-9]{5}-[a-z2-9]{5})$/.test(location.hash)) return;
  for (const link of document.querySelectorAll('a[href^="/repondre/"]')) link.hash = location.hash;
  if (!input) return;
  input.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
}

take();
addEventListener('hashchange', take);
