// The columns of the table: their order, their class, the order the server is asked for.
export const COLUMNS = [
  { key: "start", cls: "c-start", sort: "start", title: "col.startTitle" },
  { key: "party", cls: "c-party" },
  { key: "flow", cls: "c-flow", when: ({ flows }) => flows },
  { key: "outcome", cls: "c-out" },
  { key: "pdd", cls: "c-pdd", num: true, only: "x-pdd", sort: "pdd", title: "col.pddTitle" },
  { key: "ring", cls: "c-ring", num: true, only: "x-ring", sort: "ring" },
  { key: "talk", cls: "c-talk", num: true, sort: "talk" },
  { key: "messages", cls: "c-msg", num: true, sort: "messages", title: "col.messagesTitle" },
  { key: "hints", cls: "c-hint", when: ({ hints }) => hints },
];

// A column that no call fills is not there.
export const columnsFor = (has) => COLUMNS.filter(({ when }) => !when || when(has));

// First press: largest first, as the newest call comes first; second press: the other way.
export const pressed = (column, sort) => (sort === "-" + column.sort ? column.sort : "-" + column.sort);

export const ariaSort = (column, sort) => (sort === column.sort ? "ascending" : sort === "-" + column.sort ? "descending" : null);
