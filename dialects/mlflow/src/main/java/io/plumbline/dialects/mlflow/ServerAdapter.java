package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.wire.ServerApi;
import io.plumbline.dialects.mlflow.wire.ServerInfo;
import io.plumbline.http.Call;

/** What clients ask before they begin. */
public final class ServerAdapter implements ServerApi {
    @Override
    public ServerInfo getServerInfo(Call call) {
        return new ServerInfo("SqlStore", false);
    }
}
