using System.Globalization;
using Croisee.People;

namespace Croisee.Deliberation;

/// <summary>What a link of the chain holds; a chain follows this order, terms and ballots mixed until the tally.</summary>
public enum LinkKind
{
    /// <summary>The question, its rule, its roll and its last day: at the opening of the vote, and each time one of them moves.</summary>
    Terms,

    /// <summary>A ballot, as a print that says nothing of it: the first one of a seat or the one that replaces it.</summary>
    Ballot,

    /// <summary>All ballots as they stood at the closing, and what they say together.</summary>
    Tally,

    /// <summary>When it closed and with what result: the print that members receive.</summary>
    Closing,

    /// <summary>The group's reason, written after the vote; once more each time its words are corrected.</summary>
    Reason,

    /// <summary>What was said and voted is erased, as announced.</summary>
    Erasure,

    /// <summary>Closed before there were chains: the only link of its question, sealed at the upgrade, so that no other question may lack a chain.</summary>
    Older,
}

/// <summary>
/// One link of a question's chain: what it holds, and a print of that and of the link before. A ballot or a rule changed in the database no longer fits its link, and
/// a link changed no longer fits the next one, nor the code that somebody received (S20). Never changed, never removed.
/// </summary>
public sealed class ChainLink
{
    /// <summary>Names the way prints are made: another way is another name.</summary>
    public const string Format = "croisee-urne-1";

    ChainLink() => (Content, Print, Seal) = ("", "", "");

    internal ChainLink(Guid deliberationId, string reference, ChainLink? before, LinkKind kind, string content)
    {
        Id = Guid.CreateVersion7();
        DeliberationId = deliberationId;
        Number = (before?.Number ?? 0) + 1;
        Kind = kind;
        Content = content;
        Print = PrintAfter(reference, before);
        Seal = "";
    }

    public Guid Id { get; private set; }
    public Guid DeliberationId { get; private set; }
    public int Number { get; private set; }
    public LinkKind Kind { get; private set; }

    /// <summary>Lines « key=value », or the print of a ballot. Names nobody and says no vote.</summary>
    public string Content { get; private set; }
    public string Print { get; private set; }

    /// <summary>The print under a key that is not in the database: whoever has the database alone makes none.</summary>
    public string Seal { get; private set; }

    /// <summary>The print, short enough to be copied from a letter: 80.9 bits of it, in syllables.</summary>
    public string Code
    {
        get
        {
            if (!UInt128.TryParse(Print.AsSpan(0, Math.Min(32, Print.Length)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var left)) return "";
            Span<int> syllables = stackalloc int[SpokenCode.Drawn];
            foreach (ref var syllable in syllables)
            {
                syllable = (int)(left % (uint)SpokenCode.Base);
                left /= (uint)SpokenCode.Base;
            }
            return SpokenCode.From(syllables);
        }
    }

    internal string PrintAfter(string reference, ChainLink? before) =>
        Fingerprint.Of(Format, reference, before?.Print, Number.ToString(CultureInfo.InvariantCulture), Kind.Word(), Content);

    internal void SealWith(string seal) => Seal = seal;
}

public static class LinkWords
{
    /// <summary>The word in the file of the urn, and in the print.</summary>
    public static string Word(this LinkKind kind) => kind switch
    {
        LinkKind.Terms => "conditions",
        LinkKind.Ballot => "bulletin",
        LinkKind.Tally => "decompte",
        LinkKind.Closing => "cloture",
        LinkKind.Reason => "motif",
        LinkKind.Erasure => "effacement",
        LinkKind.Older => "anterieur",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string French(this LinkKind kind) => kind switch
    {
        LinkKind.Terms => "Conditions du vote",
        LinkKind.Ballot => "Bulletin",
        LinkKind.Tally => "Décompte",
        LinkKind.Closing => "Clôture",
        LinkKind.Reason => "Motif du groupe",
        LinkKind.Erasure => "Effacement annoncé",
        LinkKind.Older => "Clos avant les chaînes",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
