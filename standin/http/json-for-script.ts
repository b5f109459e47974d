/** JSON that can stand inside a `<script>` element. */
export const jsonForScript = (value: unknown): string => JSON.stringify(value).replace(/</g, "\\u003c");
