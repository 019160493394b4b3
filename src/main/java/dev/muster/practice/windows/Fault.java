package dev.muster.practice.windows;

/// What the service says when it doesn't do what was asked, by the number that clients know it by. Numbers from
/// wsmerror.h, subcodes and texts from [MS-WSMV] and from recorded answers.
public enum Fault {
    ACCESS_DENIED(5, "Sender", "w:AccessDenied", "Access is denied. "),
    ABORTED(
            995,
            "Receiver",
            "w:InternalError",
            "The I/O operation has been aborted because of either a thread exit or an application request. "),
    TIMED_OUT(
            2_150_858_793L,
            "Receiver",
            "w:TimedOut",
            "The WS-Management service cannot complete the operation within the time specified in OperationTimeout.  "),
    NO_SUCH_SHELL(
            2_150_858_843L,
            "Sender",
            "w:InvalidSelectors",
            "The request for the Windows Remote Shell failed because the shell was not found on the server. "),
    NOT_THE_SCHEMA(
            2_150_858_817L,
            "Sender",
            "w:SchemaValidationError",
            "The SOAP XML in the message does not match the corresponding XML schema definition. "),
    NO_SUCH_RESOURCE(
            2_150_858_752L,
            "Sender",
            "a:DestinationUnreachable",
            "The WS-Management service cannot find the resource identified by the resource URI and selectors. "),
    TOO_LARGE(
            2_150_858_790L,
            "Sender",
            "w:EncodingLimit",
            "The WS-Management service cannot process a SOAP packet that is larger than the maximum envelope size. "),
    TOO_MANY_SHELLS(
            2_150_859_173L,
            "Receiver",
            "w:QuotaLimit",
            "The WS-Management service cannot process the request. This user is allowed a maximum number of 30"
                    + " concurrent shells, which has been exceeded. Close existing shells or raise the quota for this"
                    + " user. "),
    TOO_MANY_OPERATIONS(
            2_150_859_174L,
            "Receiver",
            "w:QuotaLimit",
            "The WS-Management service cannot process the request. The maximum number of concurrent operations for"
                    + " this user has been exceeded. "),
    TOO_MANY_USERS(
            2_150_859_179L,
            "Receiver",
            "w:QuotaLimit",
            "The WS-Management service cannot process the request. This service has exceeded the maximum number of"
                    + " users concurrently performing remote operations. "),
    SHELLS_NOT_ALLOWED(
            2_150_859_180L,
            "Receiver",
            "w:AccessDenied",
            "The WS-Management service does not allow remote shell access. ");

    private final long code;
    private final String blame;
    private final String subcode;
    private final String words;

    Fault(long code, String blame, String subcode, String words) {
        this.code = code;
        this.blame = blame;
        this.subcode = subcode;
        this.words = words;
    }

    public long code() {
        return code;
    }

    /// Without white space in its detail: there is a client that trips over it.
    String body(String machine) {
        return "<s:Fault><s:Code><s:Value>s:" + blame + "</s:Value><s:Subcode><s:Value>" + subcode
                + "</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en-US\">" + words
                + "</s:Text></s:Reason><s:Detail>" + detail(machine) + "</s:Detail></s:Fault>";
    }

    /// Quotas are told by WMI's error, not by the service's own.
    private String detail(String machine) {
        if (subcode.equals("w:QuotaLimit")) {
            return "<p:MSFT_WmiError xmlns:p=\"" + Names.WMI_ERROR + "\"><p:error_Code>" + code
                    + "</p:error_Code><p:Message>" + words + "</p:Message><p:MessageID>HRESULT 0x"
                    + Long.toHexString(code) + "</p:MessageID></p:MSFT_WmiError>";
        }
        return "<f:WSManFault xmlns:f=\"" + Names.FAULT + "\" Code=\"" + code + "\" Machine=\"" + Xml.escape(machine)
                + "\"><f:Message>" + words + "</f:Message></f:WSManFault>";
    }
}
