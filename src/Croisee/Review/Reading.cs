using System.Text.Json.Serialization;
using Croisee.Framework;
using Croisee.Review.Evidence;
using Croisee.Rules;

namespace Croisee.Review;

/// <summary>What a reader, or a pair, says of an experience in the words of the framework: the six landmarks, registers, modalities, degree lived, level.</summary>
public sealed record Coding
{
    public Landmarks Landmarks { get; init; } = Landmarks.Empty;
    /// <summary>Highest degree reached, V-DEGRE.</summary>
    public string? Degree { get; init; }
    /// <summary>V-LEVEL5.</summary>
    public string? Level { get; init; }

    /// <summary>What it leaves open and might have said, by the names on screen.</summary>
    public IEnumerable<string> Unsaid() => CodedField.All.Where(f => f.MayStayOpen && f.Said(this).Count == 0).Select(f => f.Name);
}

/// <summary>One of the eight criteria (V-CRITERE): 0 to 4, « je ne sais pas », or no note, and words. Never added up (EXP-R9).</summary>
/// <param name="DoesNotKnow">Said by the reader. No note is not that: it is nothing said.</param>
public sealed record CriterionNote(int? Note, string? Words, bool DoesNotKnow = false)
{
    public const int Highest = 4, WordsMax = 1000;

    /// <summary>As a form sends it: a number, or this.</summary>
    public const string Unknown = "nsp";

    [JsonIgnore] public bool SaysNothing => Note is null && Words is null && !DoesNotKnow;

    /// <summary>Only what was said is stored. Before « je ne sais pas » had its own mark, it was stored as neither note nor words; with words, nobody can tell.</summary>
    internal CriterionNote AsMeant() => SaysNothing ? this with { DoesNotKnow = true } : this;

    /// <summary>What was said, and nothing else.</summary>
    [JsonIgnore] public string Sentence => string.Join(", ", new[] { Note is { } n ? $"{n} sur {Highest}" : DoesNotKnow ? "je ne sais pas" : null, Words is null ? null : $"« {Words} »" }.OfType<string>());
}

/// <summary>A member reads one experience, alone: a draft, then given once. Blind: nobody reads another's before giving their own.</summary>
public sealed class Reading : IAudited
{
    public const int RemarkMax = 2000;
    public const string DegreeAwaited = "Choisissez le degré atteint avant de donner votre lecture.", RegisterAwaited = "Choisissez au moins un registre avant de donner votre lecture.";

    Reading() { }

    public Reading(Pair pair, Guid seatId, DateTime now)
    {
        if (!pair.Has(seatId)) throw new RuleBroken("EXP-R8", "Cette lecture revient à un autre binôme.");
        Id = Guid.CreateVersion7();
        (PairId, ExperienceId, SeatId, SavedAt) = (pair.Id, pair.ExperienceId, seatId, now);
    }

    public Guid Id { get; private set; }
    public Guid PairId { get; private set; }
    public Guid ExperienceId { get; private set; }
    public Guid SeatId { get; private set; }
    public Coding Coding { get; private set; } = new();
    public Dictionary<string, CriterionNote> Criteria { get; private set; } = [];
    public string? Remark { get; private set; }
    public DateTime SavedAt { get; private set; }
    public DateTime? GivenAt { get; private set; }
    /// <summary>The edition of the framework's words in force when it was given (<see cref="TermVersion"/>).</summary>
    public int FrameworkEdition { get; private set; }
    public int Version { get; private set; }
    Guid IAudited.AuditedId => ExperienceId;

    /// <summary>When the notes and words were erased, as announced. The codes stay: they measure how far two sides agree.</summary>
    public DateTime? WordsErasedAt { get; private set; }

    public bool IsGiven => GivenAt is not null;

    public void EraseWords(DateTime now) => (Criteria, Remark, WordsErasedAt) = ([], null, WordsErasedAt ?? now);

    public void Write(Coding coding, IReadOnlyDictionary<string, CriterionNote> criteria, string? remark, DateTime now)
    {
        if (IsGiven) throw new RuleBroken("REV-BLIND", "Votre lecture est donnée : elle ne change plus. Vous pourrez en parler à deux.");
        foreach (var (code, note) in criteria)
            if (!Vocabularies.Criterion.Has(code) || note.Note is < 0 or > CriterionNote.Highest || (note.DoesNotKnow && note.Note is not null) || note.Words?.Length > CriterionNote.WordsMax)
                throw new RuleBroken("REV-CRITERION", $"Une note va de 0 à {CriterionNote.Highest}, avec {CriterionNote.WordsMax} caractères au plus.");
        if (remark?.Length > RemarkMax) throw new RuleBroken("REV-REMARK", $"La remarque a {RemarkMax} caractères au plus.", "Remark");
        (Coding, Criteria, Remark, SavedAt) = (coding, criteria.Where(c => !c.Value.SaysNothing).ToDictionary(), string.IsNullOrWhiteSpace(remark) ? null : remark.Trim(), now);
    }

    /// <summary>The criteria on which it says nothing, neither a note, nor words, nor « je ne sais pas ».</summary>
    public IEnumerable<Term> UnsaidCriteria() => Vocabularies.Criterion.Terms.Where(t => Criteria.GetValueOrDefault(t.Code) is null or { SaysNothing: true });

    /// <summary>Given once and for all; the degree and at least one register must be coded.</summary>
    public void Give(DateTime now, int frameworkEdition = 0)
    {
        if (Coding.Degree is null) throw new RuleBroken("REV-CODING", DegreeAwaited, "Degree");
        if (Coding.Landmarks.Registers.Count == 0) throw new RuleBroken("REV-CODING", RegisterAwaited, "Registers");
        if (IsGiven) return;
        (GivenAt, FrameworkEdition) = (now, frameworkEdition);
    }

    /// <summary>Who holds <paramref name="seatId"/> may read this one: it is theirs, or they have given their own for the same pair.</summary>
    public bool ReadableBy(Guid seatId, IEnumerable<Reading> ofThePair) =>
        SeatId == seatId || (IsGiven && ofThePair.Any(r => r.PairId == PairId && r.SeatId == seatId && r.IsGiven));
}
