package io.callogram.analyzer.sip.jain;

import gov.nist.core.NameValueList;
import gov.nist.javax.sip.header.AddressParametersHeader;
import gov.nist.javax.sip.header.Allow;
import gov.nist.javax.sip.header.AllowEvents;
import gov.nist.javax.sip.header.AuthenticationHeader;
import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.ContentDisposition;
import gov.nist.javax.sip.header.ContentType;
import gov.nist.javax.sip.header.Event;
import gov.nist.javax.sip.header.Expires;
import gov.nist.javax.sip.header.MaxForwards;
import gov.nist.javax.sip.header.ParametersHeader;
import gov.nist.javax.sip.header.ProxyRequire;
import gov.nist.javax.sip.header.RAck;
import gov.nist.javax.sip.header.RSeq;
import gov.nist.javax.sip.header.Reason;
import gov.nist.javax.sip.header.Require;
import gov.nist.javax.sip.header.RetryAfter;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.SubscriptionState;
import gov.nist.javax.sip.header.Supported;
import gov.nist.javax.sip.header.Unsupported;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.header.Warning;
import gov.nist.javax.sip.header.extensions.Join;
import gov.nist.javax.sip.header.extensions.MinSE;
import gov.nist.javax.sip.header.extensions.Replaces;
import gov.nist.javax.sip.header.extensions.SessionExpires;
import gov.nist.javax.sip.header.ims.Privacy;
import io.callogram.analyzer.sip.jain.Structured.Node;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sip.header.Header;
import org.jspecify.annotations.Nullable;

/// Turns the library's header objects into our tree, by their accessors alone.
final class HeaderTree {

    private HeaderTree() {}

    static Node of(Header header) {
        List<Node> children = new ArrayList<>();
        own(header, children);
        if (header instanceof AddressParametersHeader addressed && addressed.getAddress() != null) {
            children.addAll(UriTree.address(addressed.getAddress()));
        }
        if (header instanceof ParametersHeader with && with.getParameters() != null) {
            parameters(with.getParameters(), children);
        }
        String name = header instanceof SIPHeader sip ? text(sip.getHeaderName()) : "";
        return new Node(name, "", List.copyOf(children));
    }

    /// What the header field has besides addresses and parameters.
    private static void own(Header header, List<Node> to) {
        switch (header) {
            case Via via -> via(via, to);
            case AuthenticationHeader digest -> add(to, "scheme", digest.getScheme());
            case CSeq cseq -> {
                add(to, "sequence", String.valueOf(cseq.getSeqNumber()));
                add(to, "method", cseq.getMethod());
            }
            case RAck rack -> {
                add(to, "response", String.valueOf(rack.getRSequenceNumber()));
                add(to, "sequence", String.valueOf(rack.getCSequenceNumber()));
                add(to, "method", rack.getMethod());
            }
            case Warning warning -> {
                add(to, "code", String.valueOf(warning.getCode()));
                add(to, "agent", warning.getAgent());
                add(to, "text", warning.getText());
            }
            case ContentType type -> {
                add(to, "type", type.getContentType());
                add(to, "subtype", type.getContentSubType());
            }
            case Replaces replaces -> add(to, "call-id", replaces.getCallId());
            case Join join -> add(to, "call-id", join.getCallId());
            default -> single(header, to);
        }
    }

    private static void single(Header header, List<Node> to) {
        String value =
                switch (header) {
                    case CallID id -> id.getCallId();
                    case Allow allow -> allow.getMethod();
                    case AllowEvents events -> events.getEventType();
                    case Supported supported -> supported.getOptionTag();
                    case Unsupported unsupported -> unsupported.getOptionTag();
                    case Require require -> require.getOptionTag();
                    case ProxyRequire require -> require.getOptionTag();
                    case Event event -> event.getEventType();
                    case SubscriptionState state -> state.getState();
                    case Reason reason -> reason.getProtocol();
                    case ContentDisposition disposition -> disposition.getDispositionType();
                    case Privacy privacy -> privacy.getPrivacy();
                    case MaxForwards hops -> String.valueOf(hops.getMaxForwards());
                    case Expires expires -> String.valueOf(expires.getExpires());
                    case SessionExpires expires -> String.valueOf(expires.getExpires());
                    case MinSE expires -> String.valueOf(expires.getExpires());
                    case RSeq rseq -> String.valueOf(rseq.getSeqNumber());
                    case RetryAfter after -> String.valueOf(after.getRetryAfter());
                    default -> null;
                };
        add(to, "value", value);
    }

    private static void via(Via via, List<Node> to) {
        add(to, "protocol", via.getProtocol());
        add(to, "transport", via.getTransport());
        add(to, "host", via.getHost());
        if (via.hasPort()) {
            add(to, "port", String.valueOf(via.getPort()));
        }
    }

    /// Parameters with their text; the digest response, which can be guessed against, without.
    static void parameters(NameValueList parameters, List<Node> to) {
        Iterator<gov.nist.core.NameValue> all = parameters.iterator();
        while (all.hasNext()) {
            gov.nist.core.NameValue parameter = all.next();
            String name = text(parameter.getName());
            Object value = parameter.getValueAsObject();
            if (value instanceof gov.nist.javax.sip.address.GenericURI uri) {
                to.add(new Node(name, "", UriTree.uri(uri)));
            } else {
                String written = value instanceof String string ? string : "";
                boolean secret = name.equalsIgnoreCase("response") && !written.isEmpty();
                to.add(Node.leaf(name, secret ? "…" : written));
            }
        }
    }

    static void add(List<Node> to, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            to.add(Node.leaf(name, value));
        }
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
