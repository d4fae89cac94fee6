// Datadog's own client for Node, unchanged, reads through all 16 operations of Model Lab what came in through MLflow's API.
//
// Run by ../run, or alone: node modellab.mjs URL KEY

import { strict as assert } from "node:assert";
import { client, v2 } from "@datadog/datadog-api-client";

const OPERATIONS = 16;
const CONTENT = Buffer.from([0, 1, 254, 255]);

// Writes as MLflow's clients do.
class Tracking {
  constructor(url, key) {
    this.url = url;
    this.key = key;
  }

  async send(method, path, body, contentType) {
    const headers = { Authorization: `Bearer ${this.key}`, "Content-Type": contentType };
    const answer = await fetch(this.url + path, { method, headers, body });
    assert.equal(answer.status, 200, `${method} ${path}: ${await answer.clone().text()}`);
    return answer.json();
  }

  post(operation, body) {
    return this.send("POST", `/api/2.0/mlflow/${operation}`, JSON.stringify(body), "application/json");
  }

  async run(project, name, rate, more = {}) {
    const made = await this.post("runs/create", { experiment_id: project, run_name: name, start_time: Date.now(), ...more });
    const run = made.run.info.run_id;
    await this.post("runs/log-batch", {
      run_id: run,
      params: [{ key: "lr", value: String(rate) }, { key: "fp16", value: "True" }],
      metrics: [1, 2, 4].map((step) => ({ key: "loss", value: 1 / step, timestamp: step, step })),
    });
    return run;
  }

  upload(project, run, path, content) {
    const place = `/api/2.0/mlflow-artifacts/artifacts/${project}/${run}/artifacts/${encodeURIComponent(path).replaceAll("%2F", "/")}`;
    return this.send("PUT", place, content, "application/octet-stream");
  }
}

// The client marks what it cannot make its own types of, in place of failing.
function assertParsed(value, place = "answer") {
  if (value !== null && typeof value === "object" && !(value instanceof Date) && !Buffer.isBuffer(value)) {
    assert.equal(value._unparsed, undefined, `${place} does not fit the client's types: ${JSON.stringify(value)}`);
    Object.entries(value).forEach(([name, entry]) => assertParsed(entry, `${place}.${name}`));
  }
}

// Every call is noted and its answer looked through.
function watched(api, called) {
  return new Proxy(api, {
    get: (target, operation) => async (parameters) => {
      called.add(operation);
      const answer = await target[operation](parameters);
      assertParsed(answer, operation);
      return answer;
    },
  });
}

async function refused(action, status) {
  try {
    await action();
  } catch (refusal) {
    assert.equal(refusal.code, status, String(refusal));
    return refusal.body;
  }
  return assert.fail(`not refused with ${status}`);
}

async function projects(api, project, name) {
  const listed = await api.listModelLabProjects({ filter: name, sort: "-created_at", pageSize: 10, pageNumber: 0 });
  assert.deepEqual(listed.data.map((entry) => entry.id), [project]);
  assert.equal(listed.meta.page.total, 1);
  assert.equal(listed.meta.page.number, 0);
  assert.ok(listed.data[0].attributes.createdAt instanceof Date);
  assert.equal(listed.data[0].attributes.tags[0].key, "team");
  const projectId = Number(project);
  await api.starModelLabProject({ projectId });
  assert.equal((await api.getModelLabProject({ projectId })).data.attributes.isStarred, true);
  await api.unstarModelLabProject({ projectId });
  assert.equal((await api.getModelLabProject({ projectId })).data.attributes.isStarred, false);
  const body = await refused(() => api.getModelLabProject({ projectId: 999999999 }), 404);
  assert.equal(body.errors[0].detail, "project not found");
  assert.ok((await api.listModelLabProjectFacetKeys()).data.attributes.tags.includes("team"));
  const values = await api.listModelLabProjectFacetValues({ facetType: "tag", facetName: "team" });
  assert.ok(values.data.attributes.values.includes("risk"));
}

async function runs(api, project) {
  const scope = { filterProjectId: Number(project) };
  const [child, parent] = (await api.listModelLabRuns({ sort: "name", ...scope })).data;
  assert.deepEqual([child.attributes.name, parent.attributes.name], ["child", "parent"]);
  assert.equal(parent.attributes.status, "completed");
  assert.ok(parent.attributes.duration >= 0 && parent.attributes.completedAt instanceof Date);
  assert.equal(child.attributes.completedAt, undefined);
  const loss = parent.attributes.metricSummaries[0];
  assert.deepEqual([loss.key, loss.count, loss.latest, loss.firstStep, loss.lastStep], ["loss", 3, 0.25, 1, 4]);
  const names = async (filters) => (await api.listModelLabRuns({ ...scope, ...filters })).data.map((run) => run.attributes.name);
  assert.deepEqual(await names({ filterParams: "lr:>0.15" }), ["child"]);
  assert.deepEqual(await names({ filterParams: "lr:0.1,fp16:true" }), ["parent"]);
  assert.deepEqual(await names({ filterStatus: "completed" }), ["parent"]);
  assert.deepEqual(await names({ filterParentRunId: "null" }), ["parent"]);
  assert.deepEqual(await names({ filterParentRunId: parent.id }), ["child"]);
  assert.deepEqual(await names({ filterId: child.id }), ["child"]);
  const above = { filterParams: "lr:0.2", filterParentRunId: "null", includeDescendantMatches: true, ...scope };
  assert.deepEqual((await api.listModelLabRuns(above)).data.map((run) => run.attributes.descendantMatch), [true]);
  await api.pinModelLabRun({ runId: Number(child.id) });
  assert.deepEqual(await names({ filterParams: "lr:0.1", includePinned: true, pinnedFirst: true }), ["child", "parent"]);
  await api.unpinModelLabRun({ runId: Number(child.id) });
  assert.deepEqual(await names({ filterParams: "lr:0.1", includePinned: true }), ["parent"]);
  const read = await api.getModelLabRun({ runId: Number(parent.id) });
  assert.equal(read.data.attributes.projectId, Number(project));
  const body = await refused(() => api.getModelLabRun({ runId: 999999999 }), 404);
  assert.equal(body.errors[0].detail, "run not found");
  await refused(() => api.listModelLabRuns({ filterParams: "nonsense" }), 400);
  return [Number(parent.id), Number(child.id)];
}

async function facets(api, project) {
  const scope = { filterProjectId: Number(project) };
  const keys = (await api.listModelLabRunFacetKeys(scope)).data.attributes;
  assert.deepEqual([keys.metrics, keys.parameters], [["loss"], ["fp16", "lr"]]);
  const values = async (facetType, facetName) =>
    (await api.listModelLabRunFacetValues({ facetType, facetName, ...scope })).data.attributes;
  const rates = await values("parameter", "lr");
  assert.deepEqual(rates.values, ["0.1", "0.2"]);
  assert.equal(rates.numericRange.max, 0.2);
  const ranges = (await values("metric", "loss")).metricStatRanges;
  assert.ok(ranges.some((range) => range.stat === "mean"));
}

async function artifacts(api, project, run, mlflowRun) {
  const listed = (await api.listModelLabRunArtifacts({ runId: run })).data.attributes;
  assert.equal(listed.pathInProject, `${mlflowRun}/artifacts`);
  assert.deepEqual(listed.files.map((file) => [file.path, file.isDir]), [["model/", true]]);
  const [inside] = (await api.listModelLabRunArtifacts({ runId: run, path: "model" })).data.attributes.files;
  assert.deepEqual([inside.path, inside.fileSize], ["model/weights of it.bin", 4]);
  const { files } = (await api.listModelLabProjectArtifacts({ projectId: Number(project) })).data.attributes;
  const content = await api.getModelLabArtifactContent({ projectId: project, artifactPath: files[0].artifactPath });
  assert.deepEqual(Buffer.from(content.data ?? content), CONTENT);
}

function connect(url, key, called) {
  const configuration = client.createConfiguration({
    baseServer: new client.BaseServerConfiguration(url, {}),
    authMethods: { apiKeyAuth: "not-looked-at", appKeyAuth: key },
    enableRetry: false,
  });
  Object.keys(configuration.unstableOperations)
    .filter((operation) => operation.includes("ModelLab"))
    .forEach((operation) => (configuration.unstableOperations[operation] = true));
  return watched(new v2.ModelLabAPIApi(configuration), called);
}

async function main(url, key) {
  const name = `modellab-node-${Date.now()}`;
  const tracking = new Tracking(url, key);
  const made = await tracking.post("experiments/create", { name, tags: [{ key: "team", value: "risk" }] });
  const project = made.experiment_id;
  const parent = await tracking.run(project, "parent", 0.1);
  await tracking.run(project, "child", 0.2, { tags: [{ key: "mlflow.parentRunId", value: parent }] });
  await tracking.post("runs/update", { run_id: parent, status: "FINISHED", end_time: Date.now() });
  await tracking.upload(project, parent, "model/weights of it.bin", CONTENT);

  const called = new Set();
  const api = connect(url, key, called);
  await projects(api, project, name);
  const [run, child] = await runs(api, project);
  await facets(api, project);
  await artifacts(api, project, run, parent);
  await api.deleteModelLabRun({ runId: child });
  assert.equal((await api.listModelLabRuns({ filterId: String(child) })).meta.page.total, 0);
  assert.equal(called.size, OPERATIONS, [...called].join(", "));
  console.log(`Model Lab: the client for Node read, searched, starred, pinned, downloaded and deleted through all ${OPERATIONS} operations`);
}

await main(process.argv[2], process.argv[3]);
