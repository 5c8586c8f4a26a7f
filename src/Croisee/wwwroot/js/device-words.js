// What the scripts of a device say, in the language of its page: by the French sentence, which stands where the page brings no other.
const words = JSON.parse(document.querySelector('[data-words]')?.dataset.words || '{}');

export const told = (sentence, ...values) => values.reduce((said, value, i) => said.replaceAll(`{${i}}`, value), words[sentence] ?? sentence);
