package org.clpworkbench.ui.common;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;

/// Numbers as people read them: thousands separated, at most four significant digits, units that
/// fit the size; in the language that is spoken.
public final class Numbers {
    private static final String NARROW_SPACE = "\u202f";

    private Numbers() {}

    /// "1,603".
    public static String whole(long number) {
        return String.format(Texts.language(), "%,d", number);
    }

    /// A whole number as somebody types it, with or without its thousands separated.
    ///
    /// @throws NumberFormatException when it is none
    public static int parseWhole(String typed) {
        char separator = DecimalFormatSymbols.getInstance(Texts.language()).getGroupingSeparator();
        return Integer.parseInt(typed.strip().replace("" + separator, ""));
    }

    /// A share between 0 and 1 as "61 %"; below a tenth with one decimal.
    public static String percent(double share) {
        double percent = share * 100;
        return decimal(percent, percent != 0 && Math.abs(percent) < 10 ? 1 : 0)
                + NARROW_SPACE
                + "%";
    }

    /// With `digits` decimals and a real minus sign: "−0.31".
    public static String decimal(double number, int digits) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        String text = String.format(Texts.language(), "%,." + digits + "f", Math.abs(number));
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return number < 0 && !zero ? "−" + text : text;
    }

    /// At most four significant digits: "7.732", "36.84", "1,603".
    public static String significant(double number) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        double size = Math.abs(number);
        int before = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Texts.language()));
        format.setMaximumFractionDigits(Math.max(0, 4 - before));
        return format.format(number).replace('-', '−');
    }

    /// "6.9 M" for 6,900,000.
    public static String count(long number) {
        if (number < 10_000) {
            return whole(number);
        }
        if (number < 1_000_000) {
            return scaled(number / 1e3, "k");
        }
        return number < 1_000_000_000 ? scaled(number / 1e6, "M") : scaled(number / 1e9, "B");
    }

    /// Bytes in decimal units: "28.1 MB".
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + NARROW_SPACE + "B";
        }
        if (bytes < 1_000_000) {
            return scaled(bytes / 1e3, "kB");
        }
        return bytes < 1_000_000_000 ? scaled(bytes / 1e6, "MB") : scaled(bytes / 1e9, "GB");
    }

    /// "12 s", "6 min", "2 h 05 min".
    public static String duration(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 90) {
            return seconds + NARROW_SPACE + "s";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 90) {
            return minutes + NARROW_SPACE + "min";
        }
        return String.format(Texts.language(), "%d h %02d min", minutes / 60, minutes % 60);
    }

    private static String scaled(double value, String unit) {
        return decimal(value, value < 99.95 ? 1 : 0) + NARROW_SPACE + unit;
    }
}
