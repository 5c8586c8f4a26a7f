// Reads a screen aloud, text after text in its order: by its recording where there is one, else by the device's own voice. « Écouter », « Pause », « Reprendre ».
// The page is whole without it: the element stays empty where there is neither voice nor recording.
// In the language of the page, where it is another than French.
const [listen, pause, goOn] = (document.documentElement.dataset.heard || 'Écouter|Pause|Reprendre').split('|');

customElements.define('read-aloud', class extends HTMLElement {
  #voice = window.speechSynthesis;
  #sound = new Audio();
  #parts = [];
  #paused = false;

  connectedCallback() {
    // A question stands in its form; a page that is read as a whole says so.
    this.page = this.closest('[data-read]');
    this.root = this.page ?? this.closest('form');
    if (this.button || !this.#voice && !this.root.querySelector('audio')) return;
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'btn alt';
    this.append(this.button);
    this.#say(listen);
    this.button.addEventListener('click', () => this.#press());
    this.#sound.onended = () => this.#next();
    this.#sound.onerror = () => this.#next();
    addEventListener('pagehide', () => this.stop());
    // Two voices at once are none: whoever starts a recording hears it alone.
    document.addEventListener('play', event => { this.stop(); this.#hush(event.target); }, true);
  }

  #say(words) { this.button.textContent = words; }

  // Also for a screen that is no longer shown: what was left unread does not go on over the next one.
  stop() {
    if (!this.#current) return;
    this.#parts = [];
    this.#current = null;
    this.#sound.pause();
    this.#voice?.cancel();
    // A voice that was paused stays so after a cancel.
    this.#voice?.resume();
    this.#say(listen);
  }

  #hush(but) { for (const other of document.querySelectorAll('audio')) if (other !== but) other.pause(); }

  #alone() {
    for (const other of document.querySelectorAll('read-aloud')) if (other !== this) other.stop();
    this.#hush();
  }

  // What stands in the form: said before the question, the question, its help, each answer; with the recording that stands beside it. Of a page, all its words in order,
  // after a title that stands outside of it.
  #read() {
    const heard = this.page ? 'h1, h2, p, li, legend, caption, tr, .field > label, .choice > label' : '.lead, legend, .field > label, .hint, .choice > label, .rank > label';
    const title = this.root.dataset.title;
    return [...title ? [{ said: this.root, words: title }] : [], ...[...this.root.querySelectorAll(heard)]
      .filter(said => !said.closest('nav, [hidden], details:not([open])') && !(this.page && said.querySelector(heard)))
      .map(said => ({ said, words: said.textContent.trim(), recording: said.matches('.hint:not(.told > *)') ? null : said.parentElement.querySelector(':scope > audio')?.src }))]
      .filter(part => part.recording || this.#voice && part.words);
  }

  #press() {
    if (!this.#current) { this.#alone(); this.#parts = this.#read(); this.#next(); return; }
    this.#paused = !this.#paused;
    if (!this.#paused) this.#alone();
    this.#say(this.#paused ? goOn : pause);
    if (this.#current.recording) { if (this.#paused) this.#sound.pause(); else this.#play(); }
    else if (this.#paused) this.#voice.pause(); else this.#voice.resume();
  }

  #current;

  // Stopped while it was being fetched, a recording is no fault.
  #play() { this.#sound.play().catch(() => {}); }

  #next() {
    this.#current = this.#parts.shift();
    this.#paused = false;
    if (!this.#current) { this.#say(listen); return; }
    this.#say(pause);
    if (this.#current.recording) { this.#sound.src = this.#current.recording; this.#play(); return; }
    const words = new SpeechSynthesisUtterance(this.#current.words), mine = this.#current;
    words.lang = this.#current.said.closest('[lang]').lang;
    words.rate = 0.9;
    words.onend = words.onerror = () => { if (this.#current === mine) this.#next(); };
    this.#voice.speak(words);
  }
});
