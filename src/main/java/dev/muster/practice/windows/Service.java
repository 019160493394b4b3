package dev.muster.practice.windows;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/// The service behind the door: what each operation does to the shells ([MS-WSMV] 3.1.4). The caller is logged on.
final class Service {

    private static final int LARGEST_REQUEST = 512_000;
    private static final int LONGEST_VARIABLE = 32_767;
    private static final int OEM_PAGE = 437;
    private static final int AROUND = 4_000;
    private static final Duration IDLE = Duration.ofHours(2);
    private static final Duration SOON = Duration.ofMillis(1);
    private static final String STATE = Names.SHELL + "/CommandState/";

    private final WsmanSettings settings;
    private final Shells shells;
    private final Cmd cmd;

    Service(WsmanSettings settings) {
        this.settings = settings;
        this.shells = new Shells(settings.quotas());
        this.cmd = new Cmd(settings.machine());
    }

    Shells shells() {
        return shells;
    }

    Optional<Message> read(byte[] envelope) throws IOException {
        return envelope.length > LARGEST_REQUEST
                ? Optional.empty()
                : Xml.parse(envelope).flatMap(Message::read);
    }

    /// To what couldn't be read.
    Answer refuse(byte[] envelope) {
        return fault("", envelope.length > LARGEST_REQUEST ? Fault.TOO_LARGE : Fault.NOT_THE_SCHEMA);
    }

    Answer fault(String id, Fault fault) {
        return Answer.fault(id, fault, settings.machine().computer());
    }

    Answer identity(boolean known) {
        return Answer.identity(known ? settings.machine().version() : "0.0.0");
    }

    Answer answer(Message message) throws InterruptedException {
        if (message.operation() == Operation.IDENTIFY) {
            return identity(true);
        }
        if (!message.resource().equals(Names.CMD)) {
            return fault(message.id(), Fault.NO_SUCH_RESOURCE);
        }
        if (message.operation() == Operation.CREATE) {
            return create(message);
        }
        var shell = shells.find(message.shell());
        if (shell.isEmpty()) {
            return fault(message.id(), Fault.NO_SUCH_SHELL);
        }
        return switch (message.operation()) {
            case COMMAND -> command(message, shell.get());
            case RECEIVE -> receive(message, shell.get());
            case SEND -> send(message, shell.get());
            case SIGNAL -> signal(message, shell.get());
            case DELETE -> {
                shells.remove(shell.get().id());
                yield Answer.of(message, "");
            }
            case CREATE, IDENTIFY -> throw new IllegalStateException("answered before: " + message.operation());
        };
    }

    private Answer create(Message message) {
        var wish = message.part("Shell");
        if (wish.isEmpty()) {
            return fault(message.id(), Fault.NOT_THE_SCHEMA);
        }
        var variables = variables(wish.get());
        if (variables.values().stream().anyMatch(value -> value.length() > LONGEST_VARIABLE)) {
            return fault(message.id(), Fault.NOT_THE_SCHEMA);
        }
        var idle = Xml.words(wish.get(), Names.SHELL, "IdleTimeOut");
        var page = message.options().getOrDefault("WINRS_CODEPAGE", "");
        var shell = new Shell(
                variables,
                page.matches("[0-9]{1,5}") ? Integer.parseInt(page) : OEM_PAGE,
                idle.isEmpty() ? IDLE : Message.duration(idle, IDLE));
        return shells.add(shell)
                .map(made -> Answer.of(message, created(made)))
                .orElseGet(() -> fault(message.id(), Fault.TOO_MANY_SHELLS));
    }

    private static Map<String, String> variables(Element shell) {
        var variables = new HashMap<String, String>();
        for (var environment : Xml.children(shell, Names.SHELL, "Environment")) {
            for (var variable : Xml.children(environment, Names.SHELL, "Variable")) {
                variables.put(variable.getAttribute("Name"), variable.getTextContent());
            }
        }
        return variables;
    }

    private String created(Shell shell) {
        return "<x:ResourceCreated><a:Address>" + Names.ANONYMOUS + "</a:Address><a:ReferenceParameters><w:ResourceURI>"
                + Names.CMD + "</w:ResourceURI><w:SelectorSet><w:Selector Name=\"ShellId\">" + shell.id()
                + "</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated><rsp:Shell><rsp:ShellId>"
                + shell.id() + "</rsp:ShellId><rsp:ResourceUri>" + Names.CMD + "</rsp:ResourceUri><rsp:Owner>"
                + Xml.escape(settings.machine().computer() + "\\"
                        + settings.account().user())
                + "</rsp:Owner><rsp:ClientIP>127.0.0.1</rsp:ClientIP><rsp:IdleTimeOut>PT"
                + shell.idleLimit().toSeconds()
                + ".000S</rsp:IdleTimeOut><rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout"
                + " stderr</rsp:OutputStreams></rsp:Shell>";
    }

    private Answer command(Message message, Shell shell) {
        var line = message.part("CommandLine");
        if (line.isEmpty() || Xml.child(line.get(), Names.SHELL, "Command").isEmpty()) {
            return fault(message.id(), Fault.NOT_THE_SCHEMA);
        }
        if (shells.isFull()) {
            return fault(message.id(), Fault.TOO_MANY_OPERATIONS);
        }
        var words = new StringBuilder(Xml.words(line.get(), Names.SHELL, "Command"));
        for (var argument : Xml.children(line.get(), Names.SHELL, "Arguments")) {
            words.append(' ').append(argument.getTextContent().strip());
        }
        var direct = message.options().getOrDefault("WINRS_SKIP_CMD_SHELL", "").equalsIgnoreCase("TRUE");
        var program = direct ? cmd.direct(words.toString()) : cmd.line(words.toString());
        var running = shell.start(program);
        return Answer.of(
                message,
                "<rsp:CommandResponse><rsp:CommandId>" + running.id() + "</rsp:CommandId></rsp:CommandResponse>");
    }

    private Answer receive(Message message, Shell shell) throws InterruptedException {
        var id = message.part("Receive")
                .flatMap(receive -> Xml.child(receive, Names.SHELL, "DesiredStream"))
                .map(Service::commandId)
                .orElse("");
        var running = shell.command(id);
        if (running.isEmpty()) {
            return fault(message.id(), Fault.NO_SUCH_RESOURCE);
        }
        var room = (message.largest() - AROUND) / 4 * 3;
        var patience = message.patience().isPositive() ? message.patience() : SOON;
        var taken = running.get().printed().take(Math.max(1, room), patience);
        shell.touch();
        if (taken.isEmpty()) {
            return fault(message.id(), Fault.ABORTED);
        }
        return taken.get().isNothing()
                ? fault(message.id(), Fault.TIMED_OUT)
                : Answer.of(message, received(id, taken.get()));
    }

    private static String received(String id, Printed.Taken taken) {
        var text = new StringBuilder("<rsp:ReceiveResponse>");
        stream(text, "stdout", id, taken.out());
        stream(text, "stderr", id, taken.err());
        if (taken.exit().isPresent()) {
            text.append("<rsp:Stream Name=\"stdout\" CommandId=\"%1$s\" End=\"true\"/>".formatted(id))
                    .append("<rsp:Stream Name=\"stderr\" CommandId=\"%1$s\" End=\"true\"/>".formatted(id))
                    .append("<rsp:CommandState CommandId=\"%s\" State=\"%sDone\"><rsp:ExitCode>%s</rsp:ExitCode>"
                            .formatted(
                                    id,
                                    STATE,
                                    Integer.toUnsignedString(taken.exit().get())));
        } else {
            text.append("<rsp:CommandState CommandId=\"%s\" State=\"%sRunning\">".formatted(id, STATE));
        }
        return text.append("</rsp:CommandState></rsp:ReceiveResponse>").toString();
    }

    private static void stream(StringBuilder text, String name, String id, String base64) {
        if (!base64.isEmpty()) {
            text.append("<rsp:Stream Name=\"")
                    .append(name)
                    .append("\" CommandId=\"")
                    .append(id)
                    .append("\">");
            text.append(base64).append("</rsp:Stream>");
        }
    }

    private Answer send(Message message, Shell shell) {
        var stream = message.part("Send").flatMap(send -> Xml.child(send, Names.SHELL, "Stream"));
        var running = stream.flatMap(found -> shell.command(commandId(found)));
        if (stream.isEmpty() || running.isEmpty()) {
            return fault(message.id(), Fault.NO_SUCH_RESOURCE);
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(stream.get().getTextContent());
            running.get().typed().add(bytes, Boolean.parseBoolean(stream.get().getAttribute("End")));
            return Answer.of(message, "<rsp:SendResponse/>");
        } catch (IllegalArgumentException e) {
            return fault(message.id(), Fault.NOT_THE_SCHEMA);
        }
    }

    private Answer signal(Message message, Shell shell) {
        var signal = message.part("Signal");
        var running = signal.flatMap(found -> shell.command(commandId(found)));
        if (signal.isEmpty() || running.isEmpty()) {
            return fault(message.id(), Fault.NO_SUCH_RESOURCE);
        }
        if (Xml.words(signal.get(), Names.SHELL, "Code").endsWith("/terminate")) {
            running.get().terminate();
        } else {
            running.get().interrupt();
        }
        return Answer.of(message, "<rsp:SignalResponse/>");
    }

    /// winrm4j writes the attribute with the namespace of its element.
    private static String commandId(Element element) {
        return element.hasAttribute("CommandId")
                ? element.getAttribute("CommandId")
                : element.getAttributeNS(Names.SHELL, "CommandId");
    }
}
