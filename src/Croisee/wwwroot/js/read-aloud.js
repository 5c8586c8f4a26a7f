// Reads a question aloud: plays the recordings of the page one after the other where there are some, else the device's own voice speaks.
// « Écouter », « Pause », « Reprendre ».
// The page is whole without it: the element stays empty where there is neither voice nor recording.
customElements.define('read-aloud', class extends HTMLElement {
  connectedCallback() {
    const recording = this.getAttribute('audio') && [...this.closest('form').querySelectorAll('audio')].map(a => a.src);
    if (!recording && !('speechSynthesis' in window)) return;
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'btn alt';
    this.append(this.button);
    this.player = recording ? this.#played(recording) : this.#spoken();
    this.#say('Écouter');
    this.button.addEventListener('click', () => this.player());
    addEventListener('pagehide', () => window.speechSynthesis?.cancel());
  }

  // What stands in the form: said before the question, the question, its help, each answer with a breath between.
  #text() {
    return [...this.closest('form').querySelectorAll('.lead, legend, .field > label, .hint, .choice > label')].map(e => e.textContent.trim()).filter(Boolean).join('.\n');
  }

  #say(words) { this.button.textContent = words; }

  #spoken() {
    const voice = window.speechSynthesis;
    return () => {
      if (voice.speaking && !voice.paused) { voice.pause(); this.#say('Reprendre'); return; }
      if (voice.paused) { voice.resume(); this.#say('Pause'); return; }
      const words = new SpeechSynthesisUtterance(this.#text());
      words.lang = (this.closest('form').querySelector('[lang]') ?? document.documentElement).lang;
      words.rate = 0.9;
      words.onend = () => this.#say('Écouter');
      voice.speak(words);
      this.#say('Pause');
    };
  }

  // The question, then each answer that was recorded.
  #played(addresses) {
    let at = 0;
    const sound = new Audio(addresses[at]);
    sound.onended = () => {
      at = (at + 1) % addresses.length;
      sound.src = addresses[at];
      if (at > 0) sound.play(); else this.#say('Écouter');
    };
    return () => {
      if (sound.paused) { sound.play(); this.#say('Pause'); } else { sound.pause(); this.#say('Reprendre'); }
    };
  }
});
