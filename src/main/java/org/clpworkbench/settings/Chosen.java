package org.clpworkbench.settings;

/// What was chosen last on the screen of models.
///
/// @param source folder of the source, "" for the embedded one
/// @param helper folder of the helper, "" for the embedded one
/// @param text file to train on, "" for the embedded one
/// @param validation file to evaluate on, "" for the embedded one
public record Chosen(String source, String helper, String text, String validation) {
    public static final Chosen EMBEDDED = new Chosen("", "", "", "");

    public Chosen withModels(String newSource, String newHelper) {
        return new Chosen(newSource, newHelper, text, validation);
    }

    public Chosen withTexts(String newText, String newValidation) {
        return new Chosen(source, helper, newText, newValidation);
    }
}
