package org.clpworkbench.tensor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Random damage to files, from a seed: bytes, lengths, places, words and structure.
final class Mutations {
    /// Numbers at which sizes, counts and places go wrong.
    private static final List<Long> NUMBERS =
            List.of(
                    0L,
                    1L,
                    -1L,
                    2L,
                    7L,
                    8L,
                    64L,
                    65L,
                    127L,
                    128L,
                    255L,
                    256L,
                    0x7fffL,
                    0xffffL,
                    0x10000L,
                    0x7fff_ffffL,
                    0x8000_0000L,
                    0xffff_ffffL,
                    0x1_0000_0000L,
                    1L << 40,
                    1L << 61,
                    1L << 62,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    Long.MAX_VALUE - 7);

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /// One, two or four changes of any kind.
    byte[] damaged(byte[] bytes, List<byte[]> words) {
        byte[] damaged = bytes;
        for (int i = 1 << random.nextInt(3); i > 0; i--) {
            damaged = changed(damaged, words);
        }
        return damaged;
    }

    private byte[] changed(byte[] bytes, List<byte[]> words) {
        if (bytes.length == 0) {
            return anyOf(words);
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(10)) {
            case 0 -> flipped(bytes, at);
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> spliced(bytes, at, at, noise());
            case 3 -> spliced(bytes, at, Math.min(bytes.length, at + noise().length), new byte[0]);
            case 4 -> overwritten(bytes, at, number());
            case 5 -> spliced(bytes, at, at, anyOf(words));
            case 6 -> overwritten(bytes, at, anyOf(words));
            case 7 -> repeated(bytes, at);
            case 8 -> withAnotherLetter(bytes, at);
            default -> withOtherDigits(bytes, at);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (random.nextBoolean() ? 1 << random.nextInt(8) : random.nextInt(256));
        return flipped;
    }

    private byte[] noise() {
        var noise = new byte[1 + random.nextInt(16)];
        random.nextBytes(noise);
        return noise;
    }

    /// A number of 2, 4 or 8 bytes.
    private byte[] number() {
        byte[] wide = PickleBytes.little(8).putLong(anyNumber()).array();
        return Arrays.copyOf(wide, 2 << random.nextInt(3));
    }

    private long anyNumber() {
        long number = NUMBERS.get(random.nextInt(NUMBERS.size()));
        return random.nextInt(4) == 0 ? number + random.nextInt(33) - 16 : number;
    }

    /// A stretch of the file, once more or many times.
    private byte[] repeated(byte[] bytes, int at) {
        int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
        byte[] stretch = Arrays.copyOfRange(bytes, at, end);
        var out = new ByteArrayOutputStream();
        for (int i = 1 << random.nextInt(10); i > 0; i--) {
            out.writeBytes(stretch);
        }
        return spliced(bytes, random.nextBoolean() ? at : random.nextInt(bytes.length), out);
    }

    private byte[] withAnotherLetter(byte[] bytes, int from) {
        byte[] changed = bytes.clone();
        for (int at = from; at < bytes.length; at++) {
            if (Character.isLetter(bytes[at])) {
                changed[at] = (byte) ('a' + random.nextInt(26));
                break;
            }
        }
        return changed;
    }

    /// The next number in digits becomes another one.
    private byte[] withOtherDigits(byte[] bytes, int from) {
        int begin = from;
        while (begin < bytes.length && !Character.isDigit(bytes[begin])) {
            begin++;
        }
        int end = begin;
        while (end < bytes.length && Character.isDigit(bytes[end])) {
            end++;
        }
        return spliced(
                bytes, begin, end, String.valueOf(anyNumber()).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] overwritten(byte[] bytes, int at, byte[] with) {
        return spliced(bytes, at, Math.min(bytes.length, at + with.length), with);
    }

    private static byte[] spliced(byte[] bytes, int at, ByteArrayOutputStream with) {
        return spliced(bytes, at, at, with.toByteArray());
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(with);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private byte[] anyOf(List<byte[]> words) {
        return words.get(random.nextInt(words.size()));
    }
}
