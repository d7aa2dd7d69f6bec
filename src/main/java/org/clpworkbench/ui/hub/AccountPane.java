package org.clpworkbench.ui.hub;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.ProblemBar;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;
import org.clpworkbench.ui.common.WorkingBar;

/// Where the Hub is, where its files go, whose token is used; and a field for another one, which
/// folds out.
final class AccountPane extends VBox {
    private final Texts texts = Texts.of(HubView.class);
    private final AccountViewModel viewModel;
    private final ToggleButton open = new ToggleButton(texts.get("account.open"));
    private final PasswordField token = new PasswordField();

    AccountPane(AccountViewModel viewModel, HubSession hub) {
        this.viewModel = viewModel;
        getStyleClass().add("hub-account");
        setMinHeight(USE_PREF_SIZE);
        var account = label("accountSentence", "text-muted");
        account.textProperty().bind(viewModel.sentence());
        account.setMinWidth(USE_PREF_SIZE);
        var problem = new ProblemBar();
        problem.setSentenceId("accountProblem");
        problem.tell(viewModel.problem());
        open.setId("accountOpen");
        open.getStyleClass().addAll("small");
        open.setMinWidth(USE_PREF_SIZE);
        open.selectedProperty().bindBidirectional(viewModel.asked());
        Visibility.bind(open, Bindings.not(viewModel.given()));
        var logOut = new Button(texts.get("account.logout"));
        logOut.setId("accountLogOut");
        logOut.getStyleClass().addAll("flat", "small");
        logOut.setMinWidth(USE_PREF_SIZE);
        logOut.setOnAction(_ -> viewModel.logOut());
        Visibility.bind(logOut, viewModel.known().and(viewModel.given().not()));
        var where = label("hubWhere", "text-muted");
        where.setText(where(hub.environment()));
        Hint.on(where, texts.get("where.hint"));
        where.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(where, Priority.ALWAYS);
        where.visibleProperty().bind(open.selectedProperty().not());
        var line = new HBox(where, account, open, logOut);
        line.getStyleClass().add("row");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(line, form(), new WorkingBar(viewModel.asking(), viewModel::look), problem);
        viewModel
                .changes()
                .addListener(
                        _ -> {
                            if (viewModel.known().get()) {
                                viewModel.asked().set(false);
                            }
                        });
    }

    private String where(HubEnvironment hub) {
        return texts.get(
                hub.offline() ? "where.offline" : "where", hub.endpoint(), hub.cache().toString());
    }

    private static Label label(String id, String style) {
        var label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private VBox form() {
        var how = label("accountHow", "text-muted");
        how.setText(texts.get("account.how"));
        token.setId("accountToken");
        token.setPromptText(texts.get("account.token"));
        token.setAccessibleText(texts.get("account.token"));
        token.setOnAction(_ -> logIn());
        HBox.setHgrow(token, Priority.ALWAYS);
        var logIn = new Button(texts.get("account.login"));
        logIn.setId("accountLogIn");
        logIn.setMinWidth(USE_PREF_SIZE);
        logIn.setOnAction(_ -> logIn());
        var row = new HBox(token, logIn);
        row.getStyleClass().add("row");
        var form = new VBox(how, row);
        form.getStyleClass().add("hub-account");
        Visibility.bind(form, open.selectedProperty());
        open.selectedProperty()
                .subscribe(
                        shown -> {
                            token.clear();
                            if (shown) {
                                token.requestFocus();
                            }
                        });
        return form;
    }

    private void logIn() {
        String typed = token.getText();
        token.clear();
        viewModel.logIn(typed);
    }
}
