package org.clpworkbench.vocab.bpe;

/// What GPT-2's split tells apart: letters, numbers and white space as Unicode defines them
/// (`\p{L}`, `\p{N}`, `\s`), and all else.
final class CharacterClass {
    static final byte OTHER = 0;
    static final byte LETTER = 1;
    static final byte NUMBER = 2;
    static final byte SPACE = 3;

    private static final byte[] CLASS_OF = new byte[Character.MAX_CODE_POINT + 1];

    static {
        for (int codePoint = 0; codePoint < CLASS_OF.length; codePoint++) {
            CLASS_OF[codePoint] = classOf(codePoint);
        }
    }

    private CharacterClass() {}

    static byte of(int codePoint) {
        return CLASS_OF[codePoint];
    }

    private static byte classOf(int codePoint) {
        boolean control = (codePoint >= '\t' && codePoint <= '\r') || codePoint == 0x85;
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER ->
                    LETTER;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
                    NUMBER;
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    SPACE;
            default -> control ? SPACE : OTHER;
        };
    }
}
