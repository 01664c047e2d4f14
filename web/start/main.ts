import { showAnswer } from "./answer.js";
import { showFigures } from "./figures.js";

for (const place of document.querySelectorAll("[data-origin]")) place.textContent = window.location.origin;
void showFigures();
void showAnswer();
