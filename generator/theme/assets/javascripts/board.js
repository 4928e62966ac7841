/* On the board of recommendations a choice or the next page comes without loading
   the whole page again. Every choice is a page of its own: without this script,
   or when anything fails, the link simply leads there. */
import { addDays } from "./days.js"

const board = /\/kien-nghi\/(?:$|trang-\d+\/$|qua-han\/|chua-co-co-quan\/|tinh-trang\/|chu-de\/|nam\/|co-quan\/)/
const parts = ["article.md-content__inner", ".md-sidebar--secondary"]

document.addEventListener("click", event => {
  const link = event.target.closest("article a[href]")
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  if (!link || !plain || link.hash || link.origin !== location.origin) return
  if (!board.test(location.pathname) || !board.test(link.pathname)) return
  event.preventDefault()
  show(link.href).then(() => history.pushState({ board: true }, "", link.href)).then(settle, () => location.assign(link.href))
})

addEventListener("popstate", () => {
  if (board.test(location.pathname)) show(location.href).then(settle, () => location.reload())
})

/* Links outside the parts that change are relative to the page that was loaded: they are fixed to it. */
const anchored = new WeakSet()
function anchor() {
  for (const node of document.querySelectorAll("[href]")) {
    if (anchored.has(node) || node.closest(parts.join())) continue
    anchored.add(node)
    node.href = node.href
  }
}

/* Fetches a page and puts its parts in the place of those shown now. */
async function show(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  const next = new DOMParser().parseFromString(await answer.text(), "text/html")
  const found = parts.map(part => [document.querySelector(part), next.querySelector(part)])
  if (!found[0].every(Boolean)) throw new Error("not a page of the board")
  anchor()
  const open = document.querySelector("details.fold")?.open
  for (const [old, fresh] of found) if (old && fresh) old.replaceChildren(...fresh.childNodes)
  document.title = next.title
  const fold = document.querySelector("details.fold")
  if (fold && open) fold.open = true
  addDays()
}

/* The reader hears and sees the new heading, as after any change of page. */
function settle() {
  const heading = document.querySelector("article h1")
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  scrollTo(0, 0)
}
