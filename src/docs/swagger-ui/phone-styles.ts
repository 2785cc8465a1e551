/** Fits Swagger UI to narrow screens: what is wider than the screen scrolls in its own box, or breaks into lines. */
export const PHONE_STYLES = `
@media (max-width: 640px) {
  .swagger-ui .wrapper { padding: 0 8px; }
  .swagger-ui, .swagger-ui .opblock-body, .swagger-ui .model-container { overflow-wrap: anywhere; }
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap; }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; }
  .swagger-ui .table-container, .swagger-ui .responses-inner, .swagger-ui .model-container { overflow-x: auto; }
  .swagger-ui table, .swagger-ui tbody, .swagger-ui tr, .swagger-ui td { display: block; width: 100%; max-width: 100%; }
  .swagger-ui thead { display: none; }
  .swagger-ui .parameters-col_description input, .swagger-ui .parameters-col_description select { width: 100%; max-width: 100%; }
  .swagger-ui pre, .swagger-ui .highlight-code { max-width: 100%; white-space: pre-wrap; overflow-x: auto; }
  .swagger-ui .scheme-container .schemes { flex-wrap: wrap; }
  .swagger-ui .servers > label { display: block; margin-inline: 0; }
  .swagger-ui .dialog-ux .modal-ux { min-width: 0; width: 94%; }
}
`;
