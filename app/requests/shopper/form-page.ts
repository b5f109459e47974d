import type { RequestKind } from "../../law/requests.ts";
import { escapeHtml } from "../../package/html.ts";
import { storefrontPage } from "../../storefront-page/storefront-page.ts";
import { CORRECTABLE, FORM_PROBLEMS, type FormProblem, type TypedForm } from "./read-form.ts";
import type { Reader } from "./reader.ts";
import { regionOptions } from "./region-options.ts";
import { say, type Words } from "./say.ts";

/** A form to be filled in, or to be mended. */
export interface FormView {
  typed: TypedForm;
  problems: readonly FormProblem[];
  /** What the reader's law lets them ask for. */
  offered: readonly RequestKind[];
  /** Shows that the form is ours, for a customer who is signed in; null for a guest. */
  token: string | null;
}

/** Fields that only some need are shown to those, where the browser can tell; else to all. */
const ONLY_WHEN = `<style>
@supports selector(:has(a)) {
form:has(option[value="self"]:checked) .if-other, form:not(:has(option[value="agent"]:checked)) .if-agent, form:not(:has(option[value="correct"]:checked)) .if-correct { display: none; }
}
</style>`;

/** The form: one page, no script. */
export function formPage(reader: Reader, view: FormView): string {
  const form = { ...reader, ...view };
  const { words, path, store, token } = form;
  const parts = [
    select(form, { name: "behalf", label: words.form_who }, behalfOptions(form)),
    token === null ? "" : `<p>${say(words.form_signed_in)}</p>`,
    email(form),
    onlyFor("if-other", forSomeone(form)),
    select(form, { name: "kind", label: words.form_kind }, kindOptions(form)),
    onlyFor("if-correct", correction(form)),
    region(form),
    text(form, { name: "name", label: words.form_name, more: 'autocomplete="name" maxlength="200"' }),
    message(form),
    trap(words),
  ];
  const body = `${ONLY_WHEN}
<p>${say(words.form_intro, { store })}</p>
${problemList(form)}
<form method="post" action="${escapeHtml(path)}/request" enctype="multipart/form-data" novalidate>
${PRESSED_BY_ENTER}
<input type="hidden" name="locale" value="${form.language}">
${token === null ? "" : `<input type="hidden" name="token" value="${escapeHtml(token)}">`}
${parts.join("\n")}
<button class="act" name="act" value="send">${say(words.form_send)}</button>
</form>
<p class="help">${say(words.form_note, { store })}</p>`;
  return storefrontPage({ ...form, title: words.form_title, body });
}

/** The Enter key presses a form's first button: without this one it would be the one that shows another law. */
const PRESSED_BY_ENTER = '<button class="trap" name="act" value="send" tabindex="-1" aria-hidden="true"></button>';

type Form = Reader & FormView;

interface Field {
  name: keyof TypedForm | "proof";
  label: string;
  help?: string;
  /** More attributes, as HTML. */
  more?: string;
}

/** What is wrong with a field: a file of a kind that is not taken is mended where the file is chosen. */
function problemOf({ problems, words }: Form, name: string): string | undefined {
  const found = problems.find((problem) => problem === name || (problem === "file" && name === "proof"));
  return found && words[FORM_PROBLEMS[found]];
}

function attributes(form: Form, { name, help, more = "" }: Field): string {
  const isWrong = problemOf(form, name) !== undefined;
  const described = [isWrong ? `${name}-problem` : "", help === undefined ? "" : `${name}-help`].filter(Boolean);
  const about = described.length === 0 ? "" : ` aria-describedby="${described.join(" ")}"`;
  return `id="${name}" name="${name}"${about}${isWrong ? ' aria-invalid="true"' : ""} ${more}`;
}

function field(form: Form, { name, label, help }: Field, control: string): string {
  const problem = problemOf(form, name);
  const said = problem === undefined ? "" : `<p class="bad" id="${name}-problem">${say(problem)}</p>`;
  const helps = help === undefined ? "" : `<p class="help" id="${name}-help">${say(help)}</p>`;
  return `<div class="field"><label for="${name}">${say(label)}</label>${said}${control}${helps}</div>`;
}

function text(form: Form, about: Field & { name: keyof TypedForm }): string {
  const value = escapeHtml(form.typed[about.name]);
  return field(form, about, `<input ${attributes(form, about)} value="${value}">`);
}

function select(form: Form, about: Field, options: string): string {
  return field(form, about, `<select ${attributes(form, about)}>${options}</select>`);
}

const option = (value: string, label: string, chosen: string) =>
  `<option value="${value}"${value === chosen ? " selected" : ""}>${say(label)}</option>`;

function behalfOptions({ words, typed: { behalf } }: Form): string {
  const { form_self: self, form_agent: agent, form_parent: parent } = words;
  return option("self", self, behalf) + option("agent", agent, behalf) + option("parent", parent, behalf);
}

function kindOptions({ words, kinds, offered, typed: { kind } }: Form): string {
  return option("", words.form_choose, kind) + offered.map((one) => option(one, kinds[one], kind)).join("");
}

/** A customer who is signed in needs no address, unless they ask for somebody else. */
function email(form: Form): string {
  const { form_email: label, form_email_help: help } = form.words;
  const more = 'type="email" autocomplete="email" maxlength="254" dir="ltr"';
  const shown = text(form, { name: "email", label, help, more });
  return form.token === null ? shown : onlyFor("if-other", shown);
}

function forSomeone(form: Form): string {
  const { form_person: person, form_person_help: personHelp, form_proof: proof, form_proof_help: help } = form.words;
  const more = 'type="email" autocomplete="off" maxlength="254" dir="ltr"';
  const file = { name: "proof", label: proof, help } as const;
  const accept = 'type="file" accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"';
  return `${text(form, { name: "person", label: person, help: personHelp, more })}
${field(form, file, `<input ${attributes(form, { ...file, more: accept })}>`)}`;
}

function correction(form: Form): string {
  const { words, typed } = form;
  const names = { ...words, form_email: words.form_mail };
  const options = CORRECTABLE.map((one) => option(one, names[`form_${one}`], typed.field)).join("");
  return `${select(form, { name: "field", label: words.form_field }, option("", words.form_choose, "") + options)}
${text(form, { name: "value", label: words.form_value, more: 'maxlength="200" dir="auto" autocomplete="off"' })}`;
}

function region(form: Form): string {
  const { words, language, typed } = form;
  const options = option("", words.form_region_none, "") + regionOptions(language, typed.region);
  const about = { name: "region", label: words.form_region, help: words.form_region_help } as const;
  const show = `<button name="act" value="show">${say(words.form_region_show)}</button>`;
  return `${select(form, about, options)}<div class="field">${show}</div>`;
}

function message(form: Form): string {
  const about = { name: "message", label: form.words.form_message, more: 'maxlength="4000" dir="auto"' } as const;
  return field(form, about, `<textarea ${attributes(form, about)}>${escapeHtml(form.typed.message)}</textarea>`);
}

/** People never see it; programs that fill in everything do. */
function trap(words: Words): string {
  return `<div class="trap" aria-hidden="true"><label for="nothing">${say(words.form_trap)}</label><input id="nothing" name="nothing" tabindex="-1" autocomplete="off"></div>`;
}

const onlyFor = (when: string, html: string) => `<div class="${when}">${html}</div>`;

function problemList({ words, problems }: Form): string {
  if (problems.length === 0) return "";
  const each = problems.map((problem) => {
    const at = problem === "file" ? "proof" : problem;
    return `<li><a href="#${at}">${say(words[FORM_PROBLEMS[problem]])}</a></li>`;
  });
  return `<div class="problems bad" role="alert"><p>${say(words.problems)}</p><ul>${each.join("")}</ul></div>`;
}
