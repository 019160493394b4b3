package dev.muster.ui.hosts;

import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.BastionForm;
import dev.muster.ui.work.LoginForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The bastions: SSH servers that hosts are reached through, each with its login, one behind the other if need be.
record BastionList(HostsModel model, Words words) implements Named<BastionForm> {

    private static final Said SAID = new Said(
            "bastion",
            UiWords.BASTIONS_TITLE,
            UiWords.BASTIONS_HINT,
            UiWords.BASTION_NONE,
            UiWords.BASTION_HELP,
            UiWords.BASTION_ADD,
            UiWords.BASTION_REMOVE,
            UiWords.BASTION_USUAL);

    @Override
    public Said said() {
        return SAID;
    }

    @Override
    public List<BastionForm> all() {
        return model.bastions();
    }

    @Override
    public String usual() {
        return model.defaultVia();
    }

    @Override
    public void set(List<BastionForm> all, String usual) {
        model.bastions(all, usual);
    }

    @Override
    public void change(int at, UnaryOperator<BastionForm> change) {
        model.changeBastion(at, change);
    }

    @Override
    public BastionForm named(String name) {
        return new BastionForm(name, "", "", logins().stream().findFirst().orElse(""), "");
    }

    /// Whoever adds a first bastion has hosts behind it; a second one may be before or beside it.
    @Override
    public boolean isUsualAtOnce() {
        return all().isEmpty();
    }

    @Override
    public NamedCard<BastionForm> card(int at) {
        var card = new NamedCard<>(this, model, words, at);
        var name = card.text("name", UiWords.BASTION_NAME, BastionForm::name, BastionForm::withName);
        var address = card.text("address", UiWords.BASTION_ADDRESS, BastionForm::address, BastionForm::withAddress);
        var port = card.text("port", UiWords.BASTION_PORT, BastionForm::port, BastionForm::withPort);
        port.setPromptText("22");
        port.setPrefColumnCount(5);
        var login = card.choice(
                "login", UiWords.BASTION_LOGIN, this::logins, it -> it, BastionForm::login, BastionForm::withLogin);
        var via = card.choice(
                "via",
                UiWords.BASTION_VIA,
                () -> others(at),
                it -> it.isEmpty() ? words.of(UiWords.HOST_DIRECT) : it,
                BastionForm::via,
                BastionForm::withVia);
        card.line(
                card.label(UiWords.BASTION_NAME, name),
                name,
                card.label(UiWords.BASTION_ADDRESS, address),
                NamedCard.wide(address),
                card.label(UiWords.BASTION_PORT, port),
                port,
                card.remove());
        card.faults(card.fault(name, ""), card.fault(address, "address"), card.fault(port, "port"));
        card.line(
                card.label(UiWords.BASTION_LOGIN, login),
                login,
                card.label(UiWords.BASTION_VIA, via),
                via,
                card.usual());
        card.faults(card.fault(login, "login"), card.fault(via, "via"));
        return card;
    }

    private List<String> logins() {
        return model.logins().stream().map(LoginForm::name).toList();
    }

    private List<String> others(int at) {
        var others = new ArrayList<>(all().stream().map(BastionForm::name).toList());
        others.remove(at);
        others.addFirst("");
        return others;
    }
}
