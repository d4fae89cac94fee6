"""Datadog's own client, unchanged, reads through all 16 operations of Model Lab what came in through MLflow's API.

Run by `run`, or alone: modellab.py --url URL --key KEY
"""

import argparse
import json
import time
import urllib.parse
import urllib.request

from datadog_api_client import ApiClient, Configuration
from datadog_api_client.exceptions import ApiException
from datadog_api_client.v2.api.model_lab_api_api import ModelLabAPIApi


def check(condition, what):
    if not condition:
        raise AssertionError(what)


class Tracking:
    """Writes as MLflow's clients do."""

    def __init__(self, url, key):
        self.url, self.key = url, key

    def send(self, method, path, body, content_type="application/json"):
        request = urllib.request.Request(self.url + path, data=body, method=method)
        request.add_header("Authorization", "Bearer " + self.key)
        request.add_header("Content-Type", content_type)
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or b"{}")

    def post(self, operation, **body):
        return self.send("POST", "/api/2.0/mlflow/" + operation, json.dumps(body).encode())

    def run(self, project, name, rate, **more):
        made = self.post("runs/create", experiment_id=project, run_name=name, start_time=int(time.time() * 1000), **more)
        run = made["run"]["info"]["run_id"]
        self.post(
            "runs/log-batch",
            run_id=run,
            params=[{"key": "lr", "value": str(rate)}, {"key": "fp16", "value": "True"}],
            metrics=[{"key": "loss", "value": 1 / step, "timestamp": step, "step": step} for step in (1, 2, 4)],
        )
        return run

    def upload(self, project, run, path, content):
        place = f"/api/2.0/mlflow-artifacts/artifacts/{project}/{run}/artifacts/{urllib.parse.quote(path)}"
        self.send("PUT", place, content, "application/octet-stream")


def refused(action, status):
    try:
        action()
    except ApiException as refusal:
        check(refusal.status == status, refusal)
        return refusal.body
    raise AssertionError(f"not refused with {status}")


def projects(api, project, name):
    listed = api.list_model_lab_projects(filter=name, sort="-created_at", page_size=10, page_number=0)
    check([entry.id for entry in listed.data] == [project], listed)
    check(listed.meta.page.total == 1 and listed.meta.page.number == 0, listed.meta)
    check(listed.meta.page.first_number == 0 and listed.meta.page.last_number == 0, listed.meta)
    check(listed.data[0].attributes.tags[0].key == "team", listed.data[0])
    number = int(project)
    api.star_model_lab_project(number)
    check(api.get_model_lab_project(number).data.attributes.is_starred is True, "starred")
    api.unstar_model_lab_project(number)
    check(api.get_model_lab_project(number).data.attributes.is_starred is False, "not starred")
    body = refused(lambda: api.get_model_lab_project(999999999), 404)
    check(body["errors"][0]["detail"] == "project not found", body)
    check("team" in api.list_model_lab_project_facet_keys().data.attributes.tags, "project facets")
    values = api.list_model_lab_project_facet_values(facet_type="tag", facet_name="team").data.attributes
    check("risk" in values.values, values)


def runs(api, project):
    scope = {"filter_project_id": int(project)}
    listed = api.list_model_lab_runs(sort="name", **scope)
    check([run.attributes.name for run in listed.data] == ["child", "parent"], listed)
    child, parent = listed.data
    check(str(parent.attributes.status) == "completed" and parent.attributes.duration >= 0, parent)
    check("completed_at" not in child.attributes, child)
    loss = parent.attributes.metric_summaries[0]
    check((loss.key, loss.count, loss.latest, loss.first_step, loss.last_step) == ("loss", 3, 0.25, 1, 4), loss)
    names = lambda **filters: [run.attributes.name for run in api.list_model_lab_runs(**scope, **filters).data]
    check(names(filter_params="lr:>0.15") == ["child"], "params above a bound")
    check(names(filter_params="lr:0.1,fp16:true") == ["parent"], "params")
    check(names(filter_parent_run_id="null") == ["parent"], "roots")
    check(names(filter_parent_run_id=parent.id) == ["child"], "children")
    check(names(filter_id=child.id) == ["child"], "ids")
    found = api.list_model_lab_runs(
        filter_params="lr:0.2", filter_parent_run_id="null", include_descendant_matches=True, **scope
    )
    check([run.attributes.descendant_match for run in found.data] == [True], found)
    api.pin_model_lab_run(int(child.id))
    check(names(filter_params="lr:0.1", include_pinned=True, pinned_first=True) == ["child", "parent"], "pinned")
    api.unpin_model_lab_run(int(child.id))
    check(names(filter_params="lr:0.1", include_pinned=True) == ["parent"], "not pinned")
    check(refused(lambda: api.get_model_lab_run(999999999), 404)["errors"][0]["detail"] == "run not found", "run not found")
    refused(lambda: api.list_model_lab_runs(filter_params="nonsense"), 400)
    return int(parent.id), int(child.id)


def facets(api, project):
    scope = {"filter_project_id": int(project)}
    keys = api.list_model_lab_run_facet_keys(**scope).data.attributes
    check(keys.metrics == ["loss"] and keys.parameters == ["fp16", "lr"], keys)
    rates = api.list_model_lab_run_facet_values(facet_type="parameter", facet_name="lr", **scope).data.attributes
    check(rates.values == ["0.1", "0.2"] and rates.numeric_range.max == 0.2, rates)
    loss = api.list_model_lab_run_facet_values(facet_type="metric", facet_name="loss", **scope).data.attributes
    check("mean" in {entry.stat for entry in loss.metric_stat_ranges}, loss)


def artifacts(api, project, run, mlflow_run):
    listed = api.list_model_lab_run_artifacts(run).data.attributes
    check(listed.path_in_project == mlflow_run + "/artifacts", listed)
    check([(file.path, file.is_dir) for file in listed.files] == [("model/", True)], listed)
    inside = api.list_model_lab_run_artifacts(run, path="model").data.attributes.files
    check(inside[0].path == "model/weights of it.bin" and inside[0].file_size == 4, inside)
    files = api.list_model_lab_project_artifacts(int(project)).data.attributes.files
    content = api.get_model_lab_artifact_content(project_id=project, artifact_path=files[0].artifact_path)
    check(content.read() == b"\x00\x01\xfe\xff", "content")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--key", required=True)
    options = arguments.parse_args()

    name = f"modellab-{time.time_ns()}"
    tracking = Tracking(options.url, options.key)
    project = tracking.post("experiments/create", name=name, tags=[{"key": "team", "value": "risk"}])["experiment_id"]
    parent = tracking.run(project, "parent", 0.1)
    tracking.run(project, "child", 0.2, tags=[{"key": "mlflow.parentRunId", "value": parent}])
    tracking.post("runs/update", run_id=parent, status="FINISHED", end_time=int(time.time() * 1000))
    tracking.upload(project, parent, "model/weights of it.bin", b"\x00\x01\xfe\xff")

    configuration = Configuration(host=options.url)
    configuration.api_key["apiKeyAuth"] = "not-looked-at"
    configuration.api_key["appKeyAuth"] = options.key
    for operation in dir(ModelLabAPIApi):
        if "model_lab" in operation and not operation.startswith("_"):
            configuration.unstable_operations[operation] = True
    with ApiClient(configuration) as client:
        api = ModelLabAPIApi(client)
        projects(api, project, name)
        run, child = runs(api, project)
        facets(api, project)
        artifacts(api, project, run, parent)
        api.delete_model_lab_run(child)
        check(api.list_model_lab_runs(filter_id=str(child)).meta.page.total == 0, "deleted")
    print("Model Lab: the client read, searched, starred, pinned, downloaded and deleted through all 16 operations")


if __name__ == "__main__":
    main()
