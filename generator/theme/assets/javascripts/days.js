/* Adds what moves with the days: how far a deadline is, as of which day the site speaks, and that it is old.
   No page holds the day of its build; one small file does. Where it cannot be read nothing is added: what a
   page says is true on any day. */
const DAY = 86_400_000
const OLD = 2 // days after which a site that is built every night says that it may be old
const SOON = 30 // days before its end from which on a deadline looks near

const told = fetch(new URL("../../ngay.json", import.meta.url), { cache: "no-cache" })
  .then(answer => (answer.ok ? answer.json() : null))
  .catch(() => null)

/* Days are counted from 1970. Deadlines are days in Việt Nam, seven hours ahead of Greenwich. */
const dayOf = iso => Date.parse(iso) / DAY
const dayOfClock = () => Math.floor((Date.now() + 7 * 3_600_000) / DAY)
const filled = (words, days) => words.replace("{days}", days.toLocaleString("vi-VN"))

/* Adds to the page as it stands; what was added before is written anew. */
export async function addDays() {
  const found = await told
  if (!found) return
  const { day, is_past, words } = found
  for (const place of document.querySelectorAll(".as-of")) place.textContent = words.as_of
  for (const place of document.querySelectorAll(".site-footer__day")) place.textContent = words.foot
  if (is_past) return
  const built = dayOf(day)
  const today = Math.max(built, dayOfClock()) // a clock that stands before the build is wrong
  for (const badge of document.querySelectorAll(".due[data-limit]")) count(badge, today, words)
  if (today - built > OLD) warn(filled(words.old, today - built))
}

const added = new WeakMap()

function count(badge, today, words) {
  const gone = today - dayOf(badge.dataset.limit)
  if (!added.has(badge)) added.set(badge, badge.appendChild(document.createTextNode("")))
  added.get(badge).data = filled(words[stateOf(badge, gone)], Math.abs(gone))
  if (gone >= -SOON) badge.classList.replace("due-ok", "due-soon")
}

/* Only a build knows whether a deadline that is past was kept: until then its day has passed, no more. */
function stateOf(badge, gone) {
  if (badge.classList.contains("due-overdue")) return "overdue"
  if (gone === 0) return "last_day"
  return gone < 0 ? "left" : "passed"
}

function warn(text) {
  const article = document.querySelector("article")
  const notice = article.querySelector(":scope > .notice-old") ?? document.createElement("p")
  notice.className = "notice notice-old"
  notice.textContent = text
  article.prepend(notice)
}

addDays()
document.addEventListener("visibilitychange", addDays) // a page may stay open over night
