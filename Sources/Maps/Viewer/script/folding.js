// folding.js: spellings that a reader takes for the same become the same.

const letters = {
  "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ء": "",
  "ک": "ك", "ی": "ي", "گ": "ك", "ـ": "",
};

/** A text as it is looked for: without hamza, vowel signs and accents, the taa marbuta as haa, the
    alif maqsura as yaa, digits as Latin ones, and without the article at the start of a word. */
function folded(text) {
  return text.toLowerCase().normalize("NFKD")
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u02be\u02bf'’‘`´]/g, "")
    .replace(/[أإآٱىةؤئءکیگـ]/g, (letter) => letters[letter])
    .replace(/[\u0660-\u0669]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x630))
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim()
    .replace(/(^| )(ال(?=[^ ]{2})|(?:al|as|ash|ad|an|ar|at|az|el) )/g, "$1");
}
