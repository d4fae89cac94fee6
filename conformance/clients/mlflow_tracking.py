"""MLflow's own client, unchanged, against a server: trains a small model and looks at everything that it logged.

Run for each major version of the client: mlflow_tracking.py --url URL --key KEY
"""

import argparse
import math
import os
import pathlib
import tempfile
import time


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def log_everything(mlflow, client, name):
    experiment = client.get_experiment(client.create_experiment(name, tags={"team": "risk"}))
    check(experiment.tags["team"] == "risk", experiment.tags)
    check(experiment.lifecycle_stage == "active", experiment)
    check(mlflow.set_experiment(name).experiment_id == experiment.experiment_id, "found by its name")
    with mlflow.start_run(run_name="parent", tags={"kind": "outer"}) as parent:
        mlflow.log_params({"depth": 3, "rate": 0.1, "text": "Grüße"})
        for step in range(50):
            mlflow.log_metric("loss", 1 / (step + 1), step=step)
        mlflow.log_metrics({"accuracy": 0.9, "nothing": math.nan, "all": math.inf}, step=7)
        mlflow.set_tag("mlflow.note.content", "a note")
        with mlflow.start_run(run_name="child", nested=True) as child:
            mlflow.log_metric("loss", 0.5)
    run = client.get_run(parent.info.run_id)
    check(run.info.status == "FINISHED" and run.info.run_name == "parent", run.info)
    check(run.data.params == {"depth": "3", "rate": "0.1", "text": "Grüße"}, run.data.params)
    check(run.data.metrics["loss"] == 1 / 50 and run.data.metrics["all"] == math.inf, run.data.metrics)
    check(math.isnan(run.data.metrics["nothing"]), run.data.metrics)
    history = client.get_metric_history(parent.info.run_id, "loss")
    check([point.step for point in history] == list(range(50)), history)
    check(client.get_run(child.info.run_id).data.tags["mlflow.parentRunId"] == parent.info.run_id, "parent")
    return experiment, parent.info.run_id, child.info.run_id


def refuse(mlflow, client, run):
    for action, code in (
        (lambda: client.log_param(run, "depth", 4), "INVALID_PARAMETER_VALUE"),
        (lambda: client.get_run("0" * 32), "RESOURCE_DOES_NOT_EXIST"),
        (lambda: client.search_runs(["0"], "metrics.loss >"), "INVALID_PARAMETER_VALUE"),
        (lambda: client.create_experiment("Default"), "RESOURCE_ALREADY_EXISTS"),
    ):
        try:
            action()
        except mlflow.exceptions.MlflowException as refused:
            check(refused.error_code == code, (refused.error_code, code, refused))
        else:
            raise AssertionError("not refused: " + code)


def search(client, experiment, parent, child):
    ids = [experiment.experiment_id]

    def found(filter_string, order_by=None):
        return [run.info.run_id for run in client.search_runs(ids, filter_string, order_by=order_by)]

    check(found("metrics.loss < 0.1") == [parent], "a metric")
    check(found("metrics.loss > 0.1 and attributes.run_name LIKE 'ch%'") == [child], "a metric and an attribute")
    check(found("params.text = 'Grüße' and tags.kind ILIKE 'OUT%'") == [parent], "a param and a tag")
    check(found("", ["metrics.loss ASC"]) == [parent, child], "ascending")
    check(found("", ["metrics.loss DESC"]) == [child, parent], "descending")
    check(found("params.depth IS NULL") == [child], "none")
    check(found("attributes.status = 'FINISHED' and attributes.run_id IN ('%s')" % child) == [child], "an id")
    first = client.search_runs(ids, max_results=1, order_by=["metrics.accuracy DESC"])
    second = client.search_runs(ids, max_results=1, order_by=["metrics.accuracy DESC"], page_token=first.token)
    check([first[0].info.run_id, second[0].info.run_id] == [parent, child], "pages")
    check(not second.token, "the last page")


def artifacts(mlflow, client, run):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "notes").mkdir()
        (path / "notes" / "a b.txt").write_text("hello", encoding="utf-8")
        (path / "big.bin").write_bytes(os.urandom(3_000_000))
        client.log_artifacts(run, folder, "files")
        names = [(file.path, file.is_dir) for file in client.list_artifacts(run, "files")]
        check(names == [("files/big.bin", False), ("files/notes", True)], names)
        back = mlflow.artifacts.download_artifacts(run_id=run, artifact_path="files", dst_path=folder + "/back")
        check((pathlib.Path(back) / "notes" / "a b.txt").read_text(encoding="utf-8") == "hello", back)
        check((pathlib.Path(back) / "big.bin").read_bytes() == (path / "big.bin").read_bytes(), "the same bytes")
    client.log_dict(run, {"a": 1}, "sub/a.json")
    check(mlflow.artifacts.load_dict(client.get_run(run).info.artifact_uri + "/sub/a.json") == {"a": 1}, "a document")


def train(mlflow, client, name):
    from sklearn.datasets import load_iris
    from sklearn.linear_model import LogisticRegression

    mlflow.sklearn.autolog(registered_model_name=name, log_datasets=True)
    features, target = load_iris(return_X_y=True, as_frame=True)
    with mlflow.start_run(run_name="autolog") as active:
        model = LogisticRegression(max_iter=500).fit(features, target)
    mlflow.sklearn.autolog(disable=True)
    run = client.get_run(active.info.run_id)
    check("training_accuracy_score" in run.data.metrics and run.data.params["max_iter"] == "500", run.data)
    check(run.inputs.dataset_inputs, "the data that was read")
    again = mlflow.sklearn.load_model("models:/%s/1" % name)
    check((again.predict(features) == model.predict(features)).all(), "the registered model predicts the same")
    return active.info.run_id


def registry(client, name, run):
    version = client.get_model_version(name, "1")
    check(version.run_id == run and version.status == "READY", version)
    client.set_registered_model_alias(name, "champion", "1")
    check(client.get_model_version_by_alias(name, "champion").version in ("1", 1), "an alias")
    client.set_model_version_tag(name, "1", "checked", "yes")
    client.update_model_version(name, "1", description="the first")
    client.transition_model_version_stage(name, "1", "Production")
    version = client.get_model_version(name, "1")
    check(version.tags["checked"] == "yes" and version.description == "the first", version)
    check(version.current_stage == "Production", version)
    check([one.version for one in client.search_model_versions("name='%s'" % name)] in (["1"], [1]), "versions")
    check(name in [one.name for one in client.search_registered_models("name LIKE '%s%%'" % name[:8])], "models")
    client.rename_registered_model(name, name + "-renamed")
    client.delete_model_version(name + "-renamed", "1")
    client.delete_registered_model(name + "-renamed")


def delete(client, experiment, run):
    client.delete_run(run)
    check(client.get_run(run).info.lifecycle_stage == "deleted", "a deleted run")
    client.restore_run(run)
    check(client.get_run(run).info.lifecycle_stage == "active", "a restored run")
    client.delete_experiment(experiment.experiment_id)
    check(client.get_experiment(experiment.experiment_id).lifecycle_stage == "deleted", "a deleted experiment")
    client.restore_experiment(experiment.experiment_id)
    client.rename_experiment(experiment.experiment_id, experiment.name + "-renamed")
    check(client.get_experiment_by_name(experiment.name + "-renamed").lifecycle_stage == "active", "a renamed one")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True)
    parser.add_argument("--key", required=True)
    arguments = parser.parse_args()
    os.environ["MLFLOW_TRACKING_USERNAME"] = "apikey"
    os.environ["MLFLOW_TRACKING_PASSWORD"] = arguments.key
    import mlflow

    mlflow.set_tracking_uri(arguments.url)
    client = mlflow.MlflowClient()
    name = "conformance-%s-%d" % (mlflow.__version__, time.time_ns())
    experiment, parent, child = log_everything(mlflow, client, name)
    refuse(mlflow, client, parent)
    search(client, experiment, parent, child)
    artifacts(mlflow, client, parent)
    run = train(mlflow, client, name)
    registry(client, name, run)
    delete(client, experiment, parent)
    print("conformance: the MLflow client %s was answered" % mlflow.__version__)


if __name__ == "__main__":
    main()
