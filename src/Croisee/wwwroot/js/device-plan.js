// Which question comes next and what may be answered to it: the rules of Condition.cs, Routing.cs and ReadAnswers.cs, for where the server cannot be asked.
// The server reads everything again when it comes.
import { told } from './device-words.js';

const signs = { '<': (a, b) => a < b, '<=': (a, b) => a <= b, '=': (a, b) => a === b, '>=': (a, b) => a >= b, '>': (a, b) => a > b };
const whole = /^[+-]?\d+$/;
const alone = told('Si vous choisissez « je ne sais pas » ou « je ne veux pas répondre », ne choisissez rien d’autre.');

// Arabic, Persian, Dari, Pashto… have digits of their own, ten in a row, and signs of direction beside them: as Digits.cs reads them.
const isDigit = point => /\p{Nd}/u.test(String.fromCodePoint(point));
function latin(typed) {
  return typed.replace(/[\u061C\u200E\u200F]/g, '').replace(/\p{Nd}/gu, sign => {
    const point = sign.codePointAt(0);
    let zero = point;
    while (isDigit(zero - 1)) zero--;
    return (point - zero) % 10;
  });
}

// What the house offers where the author left no way out: whoever chooses it has passed the question.
export const refusal = '_NVPR';

export class Plan {
  constructor(json) { Object.assign(this, json); }

  // Screens in order as the answers so far decide, each with what is said before it; what is said after the last; and those answers that still count.
  walk(answers) {
    const given = Object.create(null), screens = [];
    let said = [];
    for (const section of this.sections) {
      const entered = this.holds(section.if, given);
      let { title } = section;
      for (const question of section.questions) {
        if (!entered || !this.holds(question.if, given)) continue;
        if (title) said.push(title);
        title = null;
        if (question.said) { said.push(question.said); continue; }
        for (const code of question.fields) {
          if (answers[code]?.length) given[code] = answers[code];
          screens.push({ code, question, said });
        }
        said = [];
      }
    }
    return { given, screens, said };
  }

  holds(condition, given) {
    if (!condition) return true;
    if (condition.all) return condition.all.every(part => this.holds(part, given));
    if (condition.any) return condition.any.some(part => this.holds(part, given));
    if (condition.not) return !this.holds(condition.not, given);
    if (condition.answered) return condition.answered in given;
    if (condition.count) return signs[condition.is](given[condition.count]?.length ?? 0, condition.than);
    const said = given[condition.field] ?? [];
    if (condition.chosen) return said.some(one => (Array.isArray(one) ? one[1] : one) === condition.chosen);
    const value = said.length === 1 ? whole.test(said[0]) ? Number(said[0]) : this.values[said[0]] : undefined;
    return value !== undefined && signs[condition.is](value, condition.than);
  }

  // A sentence that says what to do, or nothing.
  fault({ kind, required, least, most, silent }, said) {
    const closed = !['Number', 'Day', 'ShortText', 'LongText'].includes(kind);
    if (said.includes(refusal)) return said.length === 1 ? '' : closed ? alone : told('Si vous choisissez « Je ne veux pas répondre », n’écrivez rien d’autre.');
    if (said.length === 0) return required ? told(closed ? 'Choisissez une réponse, ou passez cette question.' : 'Écrivez une réponse, ou passez cette question.') : '';
    if (kind === 'Multiple' || kind === 'Ranking') {
      const nothing = silent?.some(code => said.includes(code));
      if (nothing && said.length > 1) return alone;
      if (kind === 'Ranking' && !nothing && new Set(said.map(([place]) => place)).size < said.length) return told('Deux réponses ont la même place : donnez à chacune la sienne.');
      if (said.length > most) return told('Choisissez {0} réponses au plus.', most);
      return said.length < least && !nothing ? told('Choisissez au moins {0} réponses.', least) : '';
    }
    if (kind === 'Number') {
      if (!whole.test(said[0]) || Math.abs(Number(said[0])) > 2147483647) return told('Écrivez un nombre entier, en chiffres.');
      if (Number(said[0]) < least) return told('Écrivez {0} ou plus.', least);
      return Number(said[0]) > most ? told('Écrivez {0} ou moins.', most) : '';
    }
    return '';
  }
}

// What stands in the form of one field; places of a ranking come as pairs, in order, then what says nothing.
export function saidIn(form, code, question) {
  const placed = question.kind === 'Ranking' ? [...form.querySelectorAll('select')].filter(s => s.value).map(s => [Number(s.value), s.name.slice(`r.${code}.`.length)]).sort(([a], [b]) => a - b) : [];
  return [...placed, ...[...form.querySelectorAll(`[name="r.${code}"]`)].filter(i => !['radio', 'checkbox'].includes(i.type) || i.checked).map(i => i.value.trim()).map(typed => ['Number', 'Day'].includes(question.kind) ? latin(typed) : typed).filter(Boolean)];
}

// By name of field, as a form would have sent it.
export function sentAs({ given, screens }) {
  const sent = Object.create(null);
  for (const { code, question } of screens) {
    if (!(code in given)) continue;
    if (question.kind === 'Ranking' && Array.isArray(given[code][0])) for (const [place, option] of given[code]) sent[`${code}.${option}`] = [String(place)];
    else sent[code] = given[code];
  }
  return sent;
}
