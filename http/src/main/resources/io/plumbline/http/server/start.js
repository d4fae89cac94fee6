// Shows the contract that the page names. No validator: it would be another server.
SwaggerUIBundle({
  url: document.getElementById("api").dataset.contract,
  dom_id: "#api",
  deepLinking: true,
  validatorUrl: null,
});
