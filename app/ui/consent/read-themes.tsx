import { AskScope } from "../ask-scope.tsx";

/** Asks to let Candor read themes, then has it look at the storefront again. */
export function ReadThemes() {
  return (
    <AskScope scope="read_themes" intent="examine" declined="Themes stay unread. Everything else goes on.">
      Let Candor read themes
    </AskScope>
  );
}
