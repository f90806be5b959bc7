// Loads the list again once there is newer mail. A page that reloads itself all the time, which is what it does without
// script, would take the keyboard's focus away.
const { newest } = document.querySelector("#follow").dataset;
new EventSource(`/changes?newest=${newest}`).onmessage = () => location.reload();
