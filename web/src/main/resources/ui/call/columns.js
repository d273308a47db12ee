// The columns of a ladder: one a node unless its endpoints were split, in the reader's order. Plain values; the order
// travels in the URL as "2,0.1,0.0": node 2 whole, then endpoint 1 and endpoint 0 of node 0.

/** @typedef {{key: string, node: number, endpoint: number, name: string, endpoints: string[], role: string}} Column */

/** The node of a message whose sender or receiver the capture cannot name. */
export const UNKNOWN = -1;

const wholeNode = (node) => ({
  key: String(node.index),
  node: node.index,
  endpoint: -1,
  name: node.name,
  endpoints: node.endpoints,
  role: node.role,
});

const oneEndpoint = (node, endpoint) => ({
  key: `${node.index}.${endpoint}`,
  node: node.index,
  endpoint,
  name: node.name,
  endpoints: [node.endpoints[endpoint]],
  role: node.role,
});

const unknownColumn = () => ({ key: "-1", node: UNKNOWN, endpoint: -1, name: "?", endpoints: [], role: "unknown" });

/** @returns {Column[]} what `order` says, completed with every node it forgot; nonsense in it is ignored */
export function columnsOf(nodes, order = "", unknown = false) {
  const columns = [];
  const seen = new Set();
  for (const key of order.split(",")) {
    const [index, endpoint] = key.split(".").map(Number);
    const node = nodes.find((n) => n.index === index);
    const column =
      !node || key === "" || seen.has(key) || seen.has(String(index))
        ? null
        : endpoint === undefined
          ? wholeNode(node)
          : node.endpoints[endpoint] === undefined
            ? null
            : oneEndpoint(node, endpoint);
    if (!column || (column.endpoint < 0 && columns.some((c) => c.node === index))) continue;
    seen.add(column.key);
    columns.push(column);
  }
  for (const node of nodes) {
    const own = columns.filter((c) => c.node === node.index);
    if (own.length === 0) columns.push(wholeNode(node));
    else if (own[0].endpoint >= 0)
      node.endpoints.forEach((_, i) => {
        if (!own.some((c) => c.endpoint === i)) columns.push(oneEndpoint(node, i));
      });
  }
  if (unknown) columns.push(unknownColumn());
  return columns;
}

/** Back to the URL; "" when nothing differs from the capture's own order. */
export function orderOf(columns, nodes) {
  const order = columns
    .filter((c) => c.node !== UNKNOWN)
    .map((c) => c.key)
    .join(",");
  return order === nodes.map((n) => String(n.index)).join(",") ? "" : order;
}

export function moved(columns, key, steps) {
  const from = columns.findIndex((c) => c.key === key);
  const to = Math.min(Math.max(from + steps, 0), columns.length - 1);
  const next = [...columns];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Each endpoint of the node its own column, side by side where the node stood. */
export function split(columns, node) {
  return columns.flatMap((c) => (c.node === node.index ? node.endpoints.map((_, i) => oneEndpoint(node, i)) : [c]));
}

export function merged(columns, node) {
  const first = columns.findIndex((c) => c.node === node.index);
  return columns.flatMap((c, i) => (c.node !== node.index ? [c] : i === first ? [wholeNode(node)] : []));
}

/** Finds the column a message begins or ends at. */
export function columnFinder(columns, nodes) {
  const whole = new Map(columns.map((c, i) => [c.endpoint < 0 ? c.node : `${c.node} ${c.endpoints[0]}`, i]));
  const firstOf = new Map();
  columns.forEach((c, i) => {
    if (!firstOf.has(c.node)) firstOf.set(c.node, i);
  });
  const known = new Set(nodes.map((n) => n.index));
  return (node, endpoint) => {
    const index = known.has(node) ? node : UNKNOWN;
    return whole.get(index) ?? whole.get(`${index} ${endpoint}`) ?? firstOf.get(index) ?? -1;
  };
}

/** What stands under a column's name: its one endpoint, or its one host with the number of ports. */
export function addressOf(column, text) {
  const [first] = column.endpoints;
  if (first === undefined) return "";
  if (column.endpoints.length === 1) return first;
  const hosts = [...new Set(column.endpoints.map(hostOf))];
  return hosts.length === 1
    ? text("call.columns.ports", { host: hosts[0], count: column.endpoints.length })
    : text("call.columns.hosts", { host: hosts[0], count: hosts.length - 1 });
}

export const hostOf = (endpoint) => endpoint.replace(/:\d+$/, "");

/** Short enough for a narrow screen: the last two groups of an IPv4 address, the last of an IPv6 one. */
export function shortAddress(column) {
  const [first] = column.endpoints;
  if (first === undefined) return "";
  const host = hostOf(first);
  const short = host.includes(":") ? "…" + host.slice(host.replace(/\]$/, "").lastIndexOf(":")) : "." + host.split(".").slice(-2).join(".");
  return column.endpoint >= 0 ? first.slice(host.length) : short;
}
