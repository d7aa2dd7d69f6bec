package org.clpworkbench.ui.common;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What scripts are called in the language that is spoken: "Latin", "Kyrillisch".
public final class ScriptNames {
    /// ISO 15924's codes of Unicode's scripts, which Java takes but does not give.
    private static final String CODES =
            """
            Adlm Aghb Ahom Arab Armi Armn Avst Bali Bamu Bass Batk Beng Bhks Bopo Brah
            Brai Bugi Buhd Cakm Cans Cari Cham Cher Chrs Copt Cpmn Cprt Cyrl Deva Diak
            Dogr Dsrt Dupl Egyp Elba Elym Ethi Gara Geor Glag Gong Gonm Goth Gran Grek
            Gujr Gukh Guru Hang Hani Hano Hatr Hebr Hira Hluw Hmng Hmnp Hung Ital Java
            Kali Kana Kawi Khar Khmr Khoj Kits Knda Krai Kthi Lana Laoo Latn Lepc Limb
            Lina Linb Lisu Lyci Lydi Mahj Maka Mand Mani Marc Medf Mend Merc Mero Mlym
            Modi Mong Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkoo Nshu Ogam Olck
            Onao Orkh Orya Osge Osma Ougr Palm Pauc Perm Phag Phli Phlp Phnx Plrd Prti
            Rjng Rohg Runr Samr Sarb Saur Sgnw Shaw Shrd Sidd Sind Sinh Sogd Sogo Sora
            Soyo Sund Sunu Sylo Syrc Tagb Takr Tale Talu Taml Tang Tavt Telu Tfng Tglg
            Thaa Thai Tibt Tirh Tnsa Todr Toto Tutg Ugar Vaii Vith Wara Wcho Xpeo Xsux
            Yezi Yiii Zanb Zinh Zyyy Zzzz
            """;

    private static final Map<UnicodeScript, String> CODE_OF = codes();

    private ScriptNames() {}

    private static Map<UnicodeScript, String> codes() {
        var codes = new EnumMap<UnicodeScript, String>(UnicodeScript.class);
        for (String code : CODES.strip().split("\\s+")) {
            codes.put(UnicodeScript.forName(code), code);
        }
        return codes;
    }

    /// The name in the language that is spoken; Unicode's own where that has none.
    ///
    /// @param script Unicode's name of it, as {@link UnicodeScript} writes it
    public static String of(String script) {
        String code = CODE_OF.getOrDefault(UnicodeScript.valueOf(script), "");
        String name =
                new Locale.Builder().setScript(code).build().getDisplayScript(Texts.language());
        return name.isEmpty() || name.equals(code) ? properName(script) : name;
    }

    /// "Latin", "Canadian aboriginal".
    private static String properName(String script) {
        return script.charAt(0) + script.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
