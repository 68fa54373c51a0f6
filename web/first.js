/** A classic script that runs before the page is painted first. It marks a document whose address asks for nothing but the run that the page
 * opens by itself: there it shows what scripts/build/first has made of that, until the engine has come.
 */
{
  const { hash, search } = location;
  const root = document.documentElement;
  const own = self === top && self.origin !== "null" && /^#?(v=1)?$/.test(hash) && /^\??((lang|theme)=[\w-]*&?)*$/.test(search);
  root.toggleAttribute("data-first", own);
  addEventListener("hashchange", () => root.removeAttribute("data-first"));
  try {
    // In the system's colours, else in those that main.js finds out.
    if (own && !search && !localStorage.getItem("shallows.theme")) root.dataset.first = "now";
  } catch {
    // Nothing is kept here.
  }
}
