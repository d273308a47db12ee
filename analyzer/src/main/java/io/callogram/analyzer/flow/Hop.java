package io.callogram.analyzer.flow;

import io.callogram.analyzer.call.CallMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request on one hop, with its responses there (RFC 3261 §17).
public final class Hop {

    private final int number;
    private final int local;
    private final @Nullable Hop upstream;
    @Nullable CallMessage request;
    @Nullable CallMessage failureAck;
    @Nullable CallMessage cancel;
    private @Nullable CallMessage answer;
    private List<CallMessage> provisionals = List.of();

    /// @param number of the hop transaction in the call
    /// @param local the same within its Call-ID
    Hop(int number, int local, @Nullable Hop upstream) {
        this.number = number;
        this.local = local;
        this.upstream = upstream;
    }

    void responded(CallMessage response) {
        if (response.seen().sighting().isProvisional()) {
            provisionals = provisionals.isEmpty() ? new ArrayList<>(3) : provisionals;
            provisionals.add(response);
        } else if (answer == null
                || (response.seen().sighting().isSuccess()
                        && !answer.seen().sighting().isSuccess())) {
            answer = response;
        }
    }

    /// Number of the hop transaction in the call.
    public int number() {
        return number;
    }

    int local() {
        return local;
    }

    /// The hop that this one forwards; null next to whoever made the request.
    public @Nullable Hop upstream() {
        return upstream;
    }

    public boolean isOrigin() {
        return upstream == null;
    }

    /// Null when only its responses were captured.
    public @Nullable CallMessage request() {
        return request;
    }

    /// Provisional responses, each To tag its own.
    public List<CallMessage> provisionals() {
        return provisionals;
    }

    /// The final response; of several the first 2xx.
    public @Nullable CallMessage answer() {
        return answer;
    }

    /// Status of the final response, or 0.
    public int status() {
        return answer == null ? 0 : answer.seen().sighting().status();
    }

    public boolean isAccepted() {
        return status() / 100 == 2;
    }

    /// The ACK that belongs to a failure (§17.1.1.3).
    public @Nullable CallMessage failureAck() {
        return failureAck;
    }

    /// The CANCEL of this INVITE.
    public @Nullable CallMessage cancel() {
        return cancel;
    }

    /// The first 180, or null.
    public @Nullable CallMessage ringing() {
        return provisional(180);
    }

    public @Nullable CallMessage provisional(int status) {
        for (int i = 0; i < provisionals.size(); i++) {
            if (provisionals.get(i).seen().sighting().status() == status) {
                return provisionals.get(i);
            }
        }
        return null;
    }

    /// Whatever was captured first.
    public CallMessage first() {
        if (request != null) {
            return request;
        }
        CallMessage first = provisionals.isEmpty() ? answer : provisionals.getFirst();
        if (first == null) {
            throw new IllegalStateException("hop transaction " + number + " without a message");
        }
        return first;
    }

    /// Index of the node that sends the request.
    public int clientNode() {
        return request != null ? request.fromNode() : first().toNode();
    }

    /// Index of the node that the request is sent to.
    public int serverNode() {
        return request != null ? request.toNode() : first().fromNode();
    }
}
