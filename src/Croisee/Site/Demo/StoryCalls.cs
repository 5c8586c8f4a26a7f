using System.Text.Json;
using System.Text.Json.Serialization;

namespace Croisee.Site.Demo;

public sealed record StoryCall
{
    [JsonPropertyName("cle")] public string Key { get; init; } = "";
    [JsonPropertyName("slug")] public string Slug { get; init; } = "";
    [JsonPropertyName("organisation")] public string Organisation { get; init; } = "";
    [JsonPropertyName("titre")] public string Title { get; init; } = "";
    [JsonPropertyName("titre_facile")] public string EasyTitle { get; init; } = "";
    [JsonPropertyName("ouverture_jours")] public int Opens { get; init; }
    [JsonPropertyName("cloture_jours")] public int Closes { get; init; }
    [JsonPropertyName("prolongations")] public List<StoryExtension> Extensions { get; init; } = [];
    [JsonPropertyName("contextes")] public List<string> Contexts { get; init; } = [];
    [JsonPropertyName("qui")] public List<string> Who { get; init; } = [];
    [JsonPropertyName("dpo")] public string DpoEmail { get; init; } = "";
    [JsonPropertyName("notice_fin_jours")] public int NoticeEnds { get; init; }
    [JsonPropertyName("questions")] public List<StoryQuestion> Questions { get; init; } = [];
    [JsonPropertyName("blocs")] public List<StoryBlock> Blocks { get; init; } = [];
}

public sealed record StoryExtension(
    [property: JsonPropertyName("decidee_jours")] int Day, [property: JsonPropertyName("ancienne_cloture_jours")] int Before,
    [property: JsonPropertyName("nouvelle_cloture_jours")] int After, [property: JsonPropertyName("motif")] string Reason);

public sealed record StoryQuestion(
    [property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("libelle")] string Text, [property: JsonPropertyName("aide")] string? Hint);

public sealed record StoryBlock([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("texte")] string Text, [property: JsonPropertyName("texte_facile")] List<string> Easy);

/// <summary>The life of one experience of a closed call, day by day; without a deliberation, some days are unsaid.</summary>
public sealed record StoryContribution
{
    [JsonPropertyName("experience")] public string Experience { get; init; } = "";
    [JsonPropertyName("appel")] public string Call { get; init; } = "";
    [JsonPropertyName("commencee_jours")] public int Begun { get; init; }
    [JsonPropertyName("soumise_jours")] public int Submitted { get; init; }
    [JsonPropertyName("recevable_jours")] public int Admissible { get; init; }
    [JsonPropertyName("decidee_jours")] public int? Decided { get; init; }
    [JsonPropertyName("accord_demande_jours")] public int ApprovalAsked { get; init; }
    [JsonPropertyName("publiee_jours")] public int Published { get; init; }
}

public sealed record StoryRefusal
{
    [JsonPropertyName("cle")] public string Key { get; init; } = "";
    [JsonPropertyName("appel")] public string Call { get; init; } = "";
    [JsonPropertyName("titre")] public string Title { get; init; } = "";
    [JsonPropertyName("organisation_type")] public string OrganisationType { get; init; } = "";
    [JsonPropertyName("resume")] public string Summary { get; init; } = "";
    [JsonPropertyName("recue_jours")] public int Received { get; init; }
    [JsonPropertyName("decidee_jours")] public int Decided { get; init; }
    [JsonPropertyName("motif")] public string Reason { get; init; } = "";
    [JsonPropertyName("par")] public string By { get; init; } = "";
    [JsonPropertyName("message")] public string Message { get; init; } = "";
}

/// <summary>A contribution to the open call, from an empty page to a deliberation.</summary>
public sealed record StoryDraft
{
    [JsonPropertyName("cle")] public string Key { get; init; } = "";
    [JsonPropertyName("appel")] public string Call { get; init; } = "";
    [JsonPropertyName("avancement")] public string Progress { get; init; } = "";
    [JsonPropertyName("mode_saisie")] public string EntryMode { get; init; } = "";
    [JsonPropertyName("commencee_jours")] public int Begun { get; init; }
    [JsonPropertyName("modifiee_jours")] public int Touched { get; init; }
    [JsonPropertyName("envoyee_jours")] public int? Submitted { get; init; }
    [JsonPropertyName("signatures")] public List<StorySignature> Signatures { get; init; } = [];
    [JsonPropertyName("champs")] public JsonElement Fields { get; init; }
    [JsonPropertyName("reponses")] public Dictionary<string, string> Answers { get; init; } = [];
    [JsonPropertyName("echanges")] public List<StoryMessage> Messages { get; init; } = [];
    [JsonPropertyName("lecture")] public StoryReadings? Readings { get; init; }
}

/// <param name="Voice"><c>personnes</c> or <c>professionnels</c>.</param>
public sealed record StorySignature([property: JsonPropertyName("voix")] string Voice, [property: JsonPropertyName("jours")] int Day);

/// <param name="From"><c>moderation</c> or <c>auteurs</c>.</param>
public sealed record StoryMessage([property: JsonPropertyName("de")] string From, [property: JsonPropertyName("jours")] int Day, [property: JsonPropertyName("texte")] string Text);
