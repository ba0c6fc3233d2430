/// What the vendors' documentation says of the bodies that this tool makes, as JSON Schema: the parts of each format that it
/// uses, with every limit that is written down, and nothing else allowed.
enum ChannelSchemas {
  /// Sources:
  /// - <https://docs.slack.dev/reference/methods/chat.postMessage>: `text`, `blocks`, `mrkdwn`, `link_names`, `unfurl_…`;
  ///   "limit the number of characters in the text field to 4,000"
  /// - <https://docs.slack.dev/reference/block-kit/blocks>: "up to 50 blocks in each message"
  /// - <https://docs.slack.dev/reference/block-kit/blocks/header-block>: "Maximum length for the text is 150 characters"
  /// - <https://docs.slack.dev/reference/block-kit/composition-objects/text-object>: from 1 to 3,000 characters
  /// - <https://docs.slack.dev/reference/block-kit/blocks/rich-text-block>
  static let slack = ##"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "required": ["text"],
      "additionalProperties": false,
      "properties": {
        "text": {"type": "string", "minLength": 1, "maxLength": 4000},
        "mrkdwn": {"const": false},
        "link_names": {"const": false},
        "unfurl_links": {"const": false},
        "unfurl_media": {"const": false},
        "blocks": {
          "type": "array", "minItems": 1, "maxItems": 50,
          "items": {"anyOf": [{"$ref": "#/$defs/header"}, {"$ref": "#/$defs/richText"}]}
        }
      },
      "$defs": {
        "header": {
          "type": "object", "required": ["type", "text"], "additionalProperties": false,
          "properties": {
            "type": {"const": "header"},
            "text": {
              "type": "object", "required": ["type", "text"], "additionalProperties": false,
              "properties": {
                "type": {"const": "plain_text"},
                "text": {"type": "string", "minLength": 1, "maxLength": 150},
                "emoji": {"type": "boolean"}
              }
            }
          }
        },
        "richText": {
          "type": "object", "required": ["type", "elements"], "additionalProperties": false,
          "properties": {
            "type": {"const": "rich_text"},
            "elements": {
              "type": "array", "minItems": 1,
              "items": {
                "anyOf": [{"$ref": "#/$defs/section"}, {"$ref": "#/$defs/list"}, {"$ref": "#/$defs/preformatted"}]
              }
            }
          }
        },
        "section": {
          "type": "object", "required": ["type", "elements"], "additionalProperties": false,
          "properties": {
            "type": {"const": "rich_text_section"},
            "elements": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/inline"}}
          }
        },
        "list": {
          "type": "object", "required": ["type", "style", "elements"], "additionalProperties": false,
          "properties": {
            "type": {"const": "rich_text_list"},
            "style": {"enum": ["bullet", "ordered"]},
            "offset": {"type": "integer", "minimum": 1},
            "elements": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/section"}}
          }
        },
        "preformatted": {
          "type": "object", "required": ["type", "elements"], "additionalProperties": false,
          "properties": {
            "type": {"const": "rich_text_preformatted"},
            "elements": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/inline"}}
          }
        },
        "style": {
          "type": "object", "additionalProperties": false,
          "properties": {"bold": {"const": true}, "italic": {"const": true}, "code": {"const": true}}
        },
        "inline": {
          "anyOf": [
            {
              "type": "object", "required": ["type", "text"], "additionalProperties": false,
              "properties": {
                "type": {"const": "text"},
                "text": {"type": "string", "minLength": 1, "maxLength": 3000},
                "style": {"$ref": "#/$defs/style"}
              }
            },
            {
              "type": "object", "required": ["type", "url"], "additionalProperties": false,
              "properties": {
                "type": {"const": "link"},
                "url": {"type": "string", "minLength": 1, "maxLength": 3000},
                "text": {"type": "string", "minLength": 1, "maxLength": 3000},
                "style": {"$ref": "#/$defs/style"}
              }
            }
          ]
        }
      }
    }
    """##

  /// Sources:
  /// - <https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using>: the envelope
  /// - <https://learn.microsoft.com/adaptive-cards/schema-explorer/adaptive-card>, `rich-text-block` and `text-run` there
  ///   (since 1.2: "Text to display. Markdown is not supported.")
  /// - <https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format>: `msteams.width`
  static let teams = ##"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object", "required": ["type", "attachments"], "additionalProperties": false,
      "properties": {
        "type": {"const": "message"},
        "attachments": {
          "type": "array", "minItems": 1, "maxItems": 1,
          "items": {
            "type": "object", "required": ["contentType", "content"], "additionalProperties": false,
            "properties": {
              "contentType": {"const": "application/vnd.microsoft.card.adaptive"},
              "content": {"$ref": "#/$defs/card"}
            }
          }
        }
      },
      "$defs": {
        "card": {
          "type": "object", "required": ["type", "version", "body"], "additionalProperties": false,
          "properties": {
            "$schema": {"const": "http://adaptivecards.io/schemas/adaptive-card.json"},
            "type": {"const": "AdaptiveCard"},
            "version": {"const": "1.4"},
            "msteams": {
              "type": "object", "additionalProperties": false, "properties": {"width": {"const": "Full"}}
            },
            "body": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/richTextBlock"}}
          }
        },
        "richTextBlock": {
          "type": "object", "required": ["type", "inlines"], "additionalProperties": false,
          "properties": {
            "type": {"const": "RichTextBlock"},
            "spacing": {"enum": ["default", "none", "small", "medium", "large", "extraLarge", "padding"]},
            "inlines": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/textRun"}}
          }
        },
        "textRun": {
          "type": "object", "required": ["type", "text"], "additionalProperties": false,
          "properties": {
            "type": {"const": "TextRun"},
            "text": {"type": "string", "minLength": 1},
            "size": {"enum": ["default", "small", "medium", "large", "extraLarge"]},
            "weight": {"enum": ["default", "lighter", "bolder"]},
            "fontType": {"enum": ["default", "monospace"]},
            "italic": {"type": "boolean"},
            "selectAction": {
              "type": "object", "required": ["type", "url"], "additionalProperties": false,
              "properties": {"type": {"const": "Action.OpenUrl"}, "url": {"type": "string", "minLength": 1}}
            }
          }
        }
      }
    }
    """##

  /// Source: <https://developer.statuspage.io/#operation/postPagesPageIdIncidents>: "Incident Name. There is a maximum limit
  /// of 255 characters."; "For realtime incidents, valid values are investigating, identified, monitoring, and resolved.";
  /// "The initial message, created as the first incident update. There is a maximum limit of 25000 characters".
  static let statuspage = ##"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object", "required": ["incident"], "additionalProperties": false,
      "properties": {
        "incident": {
          "type": "object", "required": ["name", "status", "body"], "additionalProperties": false,
          "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 255},
            "status": {"enum": ["investigating", "identified", "monitoring", "resolved"]},
            "body": {"type": "string", "minLength": 1, "maxLength": 25000}
          }
        }
      }
    }
    """##
}
