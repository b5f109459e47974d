import { escapeHtml } from "../package/html.ts";
import { PAGE_STYLE } from "../package/page-style.ts";
import type { ErrandAct } from "./errand.ts";

/** What a company is asked to do, as the page behind its link says it. */
const ASKED: Readonly<Record<ErrandAct, string>> = {
  access: "send a copy of all personal data that you hold about the person named in the mail",
  portability: "send the data that the person named in the mail gave you, in a form that programs can read",
  correct: "correct the data of the person named in the mail",
  delete: "delete all personal data of the person named in the mail",
  restrict: "stop using the data of the person named in the mail, without deleting it",
  object: "stop marketing to, and profiling of, the person named in the mail",
  "opt-out-of-sale": "not sell or share the data of the person named in the mail",
  "limit-sensitive": "use sensitive data of the person named in the mail only as far as your service needs it",
  "withdraw-consent": "stop everything that rests on the consent of the person named in the mail",
};

const STYLE = `${PAGE_STYLE}
body { max-width: 42rem; }
fieldset { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; margin: 1rem 0; }
.choice { display: flex; gap: .75rem; padding: .5rem 0; align-items: baseline; }
input[type=radio] { width: 1.25rem; height: 1.25rem; flex: none; }
textarea, input[type=file] { display: block; width: 100%; font: inherit; margin: .25rem 0 1rem; padding: .5rem;
  border: 1px solid #7a8288; border-radius: .375rem; background: var(--ground); color: inherit; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0 1.5rem; border: 0; border-radius: .375rem;
  background: #14532d; color: #fff; cursor: pointer; }
.problem { border-inline-start: .25rem solid #b3261e; padding: .5rem 1rem; background: var(--card); }
.hint { color: var(--quiet); margin: 0; font-size: .9375rem; }
`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** The form by which a company answers. It names no person: they are in the mail, and addresses are seen by many. */
export function replyPage(asked: {
  store: string;
  processor: string;
  act: ErrandAct;
  reference: string;
  problem: string;
}): string {
  const { store, processor, act, reference, problem } = asked;
  const choice = (value: string, label: string) =>
    `<label class="choice"><input type="radio" name="answer" value="${value}" required><span>${label}</span></label>`;
  const trouble = problem === "" ? "" : `<p class="problem" role="alert">${escapeHtml(problem)}</p>\n`;
  return page(
    `A privacy request of ${store}`,
    `${trouble}<p>${escapeHtml(store)} asks <strong>${escapeHtml(processor)}</strong> to ${ASKED[act]}. Reference: ${escapeHtml(reference)}.</p>
<form method="post" enctype="multipart/form-data">
<fieldset>
<legend>What became of it?</legend>
${choice("done", "It is done")}
${choice("nothing-held", "We hold nothing about this person")}
${choice("cannot", "We cannot do it, for the reason below")}
</fieldset>
<label for="note">Anything that ${escapeHtml(store)} should know</label>
<textarea id="note" name="note" rows="4" maxlength="2000"></textarea>
<label for="file">A file, such as the copy of the data</label>
<p class="hint" id="file-hint">One file, at most 10 MB. Put several into a zip file.</p>
<input id="file" name="file" type="file" aria-describedby="file-hint">
<button type="submit">Send the answer</button>
</form>`,
  );
}

/** After the answer was kept. */
export function thanksPage(): string {
  return page("Thank you", '<p role="status">Your answer was taken down. You can close this page.</p>');
}

/** For every link that leads nowhere: never given, used, or too old. */
export function unknownPage(): string {
  return page(
    "This link is not in use",
    "<p>It was used already, or its time is over. If you still have something to say, answer the mail that it came with.</p>",
  );
}
