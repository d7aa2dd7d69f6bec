package org.clpworkbench.vocab.bpe;

/// Cuts lines of UTF-8 into the words within which tokens are merged, by GPT-2's rule (Radford et
/// al. 2019):
///
/// ```
/// 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
/// ```
///
/// Every line is cut for itself, its newline belonging to it, as the Hugging Face library does when
/// it trains from files.
final class Gpt2Split {
    private final byte[] text;
    private final int limit;
    private int begin;
    private int end;

    /// Before the first word of `text[from, to)`, which must not begin or end within a character,
    /// nor end within the white space before a word.
    Gpt2Split(byte[] text, int from, int to) {
        this.text = text;
        this.limit = to;
        this.begin = from;
        this.end = from;
    }

    /// The first byte of the word.
    int begin() {
        return begin;
    }

    /// After the last byte of the word.
    int end() {
        return end;
    }

    /// Moves on to the next word.
    ///
    /// @return false when there is none
    boolean next() throws NotUtf8Exception {
        if (end == limit) {
            return false;
        }
        begin = end;
        int shortForm = text[begin] == '\'' ? shortForm(begin + 1) : 0;
        if (shortForm > 0) {
            end = begin + 1 + shortForm;
            return true;
        }
        boolean spaced = text[begin] == ' ' && begin + 1 < limit;
        int first = spaced && classAt(begin + 1) != CharacterClass.SPACE ? begin + 1 : begin;
        byte kind = classAt(first);
        end = kind == CharacterClass.SPACE ? afterSpace() : afterRun(first, kind);
        return true;
    }

    /// How many letters after an apostrophe make up an English short form; 0 when none do.
    private int shortForm(int at) {
        if (at >= limit) {
            return 0;
        }
        byte second = at + 1 < limit ? text[at + 1] : 0;
        return switch (text[at]) {
            case 's', 't', 'm', 'd' -> 1;
            case 'r', 'v' -> second == 'e' ? 2 : 0;
            case 'l' -> second == 'l' ? 2 : 0;
            default -> 0;
        };
    }

    private int afterRun(int from, byte kind) throws NotUtf8Exception {
        int at = from;
        while (at < limit && classAt(at) == kind) {
            at = after(at);
        }
        return at;
    }

    /// White space up to a line's end is one word; of that before a word the last character is left
    /// to it.
    private int afterSpace() throws NotUtf8Exception {
        int last = begin;
        int at = begin;
        while (at < limit && classAt(at) == CharacterClass.SPACE) {
            last = at;
            at = after(at);
            if (text[last] == '\n') {
                return at;
            }
        }
        return at == limit || last == begin ? at : last;
    }

    private byte classAt(int at) throws NotUtf8Exception {
        return CharacterClass.of(text[at] >= 0 ? text[at] : codePoint(at));
    }

    /// Behind a character that has been looked at.
    private int after(int at) {
        byte lead = text[at];
        return at + (lead >= 0 ? 1 : lead < (byte) 0xE0 ? 2 : lead < (byte) 0xF0 ? 3 : 4);
    }

    private int codePoint(int at) throws NotUtf8Exception {
        int lead = text[at] & 0xFF;
        int size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || at + size > limit) {
            throw new NotUtf8Exception(at);
        }
        int codePoint = lead & (0x7F >> size);
        for (int next = at + 1; next < at + size; next++) {
            if ((text[next] & 0xC0) != 0x80) {
                throw new NotUtf8Exception(at);
            }
            codePoint = codePoint << 6 | (text[next] & 0x3F);
        }
        boolean tooLong = (size == 3 && codePoint < 0x800) || (size == 4 && codePoint < 0x10000);
        boolean surrogate = codePoint >= 0xD800 && codePoint < 0xE000;
        if (tooLong || surrogate || codePoint > Character.MAX_CODE_POINT) {
            throw new NotUtf8Exception(at);
        }
        return codePoint;
    }
}
