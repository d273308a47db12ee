// Why a leg belongs to a call, in the language of the page.
import { pick } from "../i18n/i18n.js";

export const reasonOf = (link) => pick(link.reason, link.reasonZh ?? link.reason);
