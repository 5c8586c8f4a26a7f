using System.Text.Json.Serialization;
using Croisee.Review;

namespace Croisee.Site.Demo;

/// <summary>Two readers of one experience, by the index of their seats, and what they settled.</summary>
public sealed record StoryReadings
{
    [JsonPropertyName("experience")] public string? Experience { get; init; }
    [JsonPropertyName("attribuee_jours")] public int Assigned { get; init; }
    [JsonPropertyName("echeance_jours")] public int? Due { get; init; }
    [JsonPropertyName("binome")] public List<int> Pair { get; init; } = [];
    [JsonPropertyName("recusations")] public List<StoryReadingRecusal> Recusals { get; init; } = [];
    [JsonPropertyName("lectures")] public List<StoryReading> Readings { get; init; } = [];
    [JsonPropertyName("accord")] public StorySettlement? Settlement { get; init; }
}

public sealed record StoryReadingRecusal(
    [property: JsonPropertyName("siege")] int Seat, [property: JsonPropertyName("jours")] int Day,
    [property: JsonPropertyName("motif")] string Reason, [property: JsonPropertyName("remplace_par")] int ReplacedBy);

public sealed record StoryReading(
    [property: JsonPropertyName("siege")] int Seat, [property: JsonPropertyName("donnee_jours")] int Given,
    [property: JsonPropertyName("codage")] StoryCoding Coding, [property: JsonPropertyName("criteres")] Dictionary<string, StoryNote> Criteria);

public sealed record StoryNote([property: JsonPropertyName("note")] int? Note, [property: JsonPropertyName("mots")] string? Words)
{
    public CriterionNote ToNote() => new(Note, Words);
}

public sealed record StorySettlement(
    [property: JsonPropertyName("codage")] StoryCoding Coding, [property: JsonPropertyName("motif")] string Reason, [property: JsonPropertyName("jours")] int Day);

public sealed record StoryCoding
{
    [JsonPropertyName("degre")] public string Degree { get; init; } = "";
    [JsonPropertyName("niveau5")] public string Level { get; init; } = "";
    [JsonPropertyName("effets_echelle")] public string EffectsScale { get; init; } = "";
    [JsonPropertyName("espace")] public string Space { get; init; } = "";
    [JsonPropertyName("parcours")] public List<string> Pathways { get; init; } = [];
    [JsonPropertyName("parcours_champ")] public List<string> PathwayFields { get; init; } = [];
    [JsonPropertyName("publics")] public List<string> Publics { get; init; } = [];
    [JsonPropertyName("activites")] public List<string> Activities { get; init; } = [];
    [JsonPropertyName("niveau")] public List<string> Scales { get; init; } = [];
    [JsonPropertyName("registres")] public List<string> Registers { get; init; } = [];
}

public sealed record StoryDeliberation
{
    [JsonPropertyName("experience")] public string Experience { get; init; } = "";
    /// <summary>The draft that the question in progress is about.</summary>
    [JsonPropertyName("brouillon")] public string? Draft { get; init; }
    [JsonPropertyName("question")] public string Question { get; init; } = "";
    [JsonPropertyName("regle")] public string Rule { get; init; } = "";
    [JsonPropertyName("quorum")] public string Quorum { get; init; } = "";
    [JsonPropertyName("ouverture_jours")] public int Opened { get; init; }
    [JsonPropertyName("discussion_jours")] public int Discussion { get; init; }
    [JsonPropertyName("vote_jours")] public int Ballot { get; init; }
    [JsonPropertyName("fin_vote_jours")] public int BallotEnds { get; init; }
    [JsonPropertyName("recusations")] public List<StoryRecusal> Recusals { get; init; } = [];
    [JsonPropertyName("avis")] public List<StoryOpinion> Opinions { get; init; } = [];
    [JsonPropertyName("echanges")] public List<StoryRemark> Remarks { get; init; } = [];
    [JsonPropertyName("bulletins")] public List<StoryBallot> Ballots { get; init; } = [];
    /// <summary>What the real count must give.</summary>
    [JsonPropertyName("resultat_attendu")] public string? Expected { get; init; }
    [JsonPropertyName("motifs_publies")] public List<string> Motives { get; init; } = [];
}

/// <param name="SetAside">The seat of the other side that withdrew by agreement.</param>
public sealed record StoryRecusal(
    [property: JsonPropertyName("siege")] int Seat, [property: JsonPropertyName("jours")] int Day,
    [property: JsonPropertyName("motif")] string Reason, [property: JsonPropertyName("siege_retire")] int SetAside);

public sealed record StoryOpinion([property: JsonPropertyName("siege")] int Seat, [property: JsonPropertyName("texte")] string Text);
public sealed record StoryRemark([property: JsonPropertyName("siege")] int Seat, [property: JsonPropertyName("jours")] int Day, [property: JsonPropertyName("texte")] string Text);
public sealed record StoryBallot([property: JsonPropertyName("siege")] int Seat, [property: JsonPropertyName("choix")] string Vote, [property: JsonPropertyName("motif")] string? Motive);

public sealed record StoryEasyText(
    [property: JsonPropertyName("experience")] string Experience, [property: JsonPropertyName("lignes")] List<string> Lines, [property: JsonPropertyName("relectures")] List<StoryEasyReading> Readings,
    [property: JsonPropertyName("lignes_avant")] List<string>? Before = null, [property: JsonPropertyName("corrigee_jours")] int? Corrected = null, [property: JsonPropertyName("raison")] string? Reason = null);

public sealed record StoryEasyReading(
    [property: JsonPropertyName("personne")] string Person, [property: JsonPropertyName("jours")] int Day,
    [property: JsonPropertyName("avis")] string Remark, [property: JsonPropertyName("approuve")] bool Understood);
