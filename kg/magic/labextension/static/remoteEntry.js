/* Colours notebook cells that begin with %%sparql or %%kg. Written by hand as the module container that JupyterLab
 * loads, so that no build step is needed; all libraries are JupyterLab's own. It changes no text and sends nothing. */
(function () {
  "use strict";
  var CELL = /^\s*%%(?:sparql|kg)\b[^\n]*\n?/;
  var TOKEN = new RegExp(
    [
      /(#[^\n]*)/, // a comment
      /("""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/, // a text
      /(<[^<>"{}|^`\\\s]*>)/, // an IRI
      /([?$][\p{L}\p{N}_]+)/, // a variable
      /((?:[\p{L}][\p{L}\p{N}_-]*)?:(?:[\p{L}\p{N}_:·%-]|\.(?=[\p{L}\p{N}_]))*)/, // a name with a prefix
      /(\b\d+(?:\.\d+)?\b)/, // a number
      /([\p{L}][\p{L}\p{N}_]*)/, // a word
    ]
      .map(function (part) { return part.source; })
      .join("|"),
    "gu"
  );
  var KEYWORDS = new Set(
    ("select distinct reduced where filter optional union minus graph service silent bind values order group having " +
      "by asc desc limit offset ask construct describe prefix base from named as in not exists a true false undef " +
      "count sum min max avg sample group_concat separator bound coalesce if contains regex replace strstarts " +
      "strends strlen substr lcase ucase str lang langmatches datatype isiri isliteral concat year month day now"
    ).split(" ")
  );
  var COLOURS = ["comment", "string", "string-2", "variable-2", "property", "number", "keyword"];

  function marks(view) {
    return COLOURS.map(function (name) {
      var style = "color: var(--jp-mirror-editor-" + name + "-color)" + (name === "keyword" ? "; font-weight: bold" : "");
      return view.Decoration.mark({ class: "kg-sparql-" + name, attributes: { style: style } });
    });
  }

  function coloured(text, view, styles) {
    var head = CELL.exec(text);
    if (!head) return view.Decoration.none;
    var found = [], token;
    TOKEN.lastIndex = head[0].length;
    while ((token = TOKEN.exec(text))) {
      var kind = token.slice(1).findIndex(function (part) { return part !== undefined; });
      if (kind === 6 && !KEYWORDS.has(token[0].toLowerCase())) continue;
      found.push(styles[kind].range(token.index, token.index + token[0].length));
    }
    return view.Decoration.set(found);
  }

  function extension(view, state) {
    var styles = marks(view);
    function Colours(editor) {
      this.decorations = coloured(editor.state.doc.toString(), view, styles);
    }
    Colours.prototype.update = function (update) {
      if (update.docChanged) this.decorations = coloured(update.state.doc.toString(), view, styles);
    };
    var plugin = view.ViewPlugin.fromClass(Colours, {
      decorations: function (value) { return value.decorations; },
    });
    return state.Prec.lowest(plugin); // innermost, so that Python's colours do not win
  }

  var shared = {};
  function library(name) {
    var versions = shared[name] || {};
    var newest = Object.keys(versions).sort().pop();
    if (!newest) return Promise.reject(new Error("thidua-kg: JupyterLab does not share " + name));
    return Promise.resolve(versions[newest].get()).then(function (factory) { return factory(); });
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["thidua-kg"] = {
    init: function (scope) { shared = scope; return Promise.resolve(); },
    get: function () {
      return Promise.all(["@jupyterlab/codemirror", "@codemirror/view", "@codemirror/state"].map(library)).then(
        function (libraries) {
          var codemirror = libraries[0];
          var plugin = {
            id: "thidua-kg:sparql",
            description: "Colours cells that begin with %%sparql or %%kg.",
            autoStart: true,
            requires: [codemirror.IEditorExtensionRegistry],
            activate: function (_, registry) {
              registry.addExtension({
                name: "thidua-kg:sparql",
                factory: function () {
                  return codemirror.EditorExtensionRegistry.createImmutableExtension(
                    extension(libraries[1], libraries[2])
                  );
                },
              });
            },
          };
          return function () { return { __esModule: true, default: plugin }; };
        }
      );
    },
  };
})();
