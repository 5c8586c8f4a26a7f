using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.Review;

namespace Croisee.Library;

/// <summary>What is published, stored as it will be shown: no other row is read to show a sheet. Holds public fields only (domain 1.4, column « vis »).</summary>
public sealed class SheetContent
{
    public Account Account { get; set; } = new();
    /// <summary>What the readers fixed, or null when they fixed nothing.</summary>
    public StoredCoding? FixedByReaders { get; set; }
    /// <summary>V-REDACTEUR, null when nobody signed (field 46).</summary>
    public string? WrittenBy { get; set; }
    /// <summary>Chosen by the group; a reasoned choice, never a score (EXP-R9).</summary>
    public bool Remarkable { get; set; }
    public string? Motives { get; set; }
    /// <summary>Opinions that did not prevail, shown at the same rank as the motives.</summary>
    public List<string> MinorityOpinions { get; set; } = [];
    /// <summary>Of the group that chose it; null when nobody counted them.</summary>
    public GroupSides? Sides { get; set; }
    /// <summary>The authors changed their texts after the group chose them: said beside its motives (EXP-R9).</summary>
    public bool ChangedSinceChoice { get; set; }
    public List<SheetDocument> Documents { get; set; } = [];
    public List<SheetWebLink> Links { get; set; } = [];
    /// <summary>Field 49: only when it was given to be published.</summary>
    public string? PublicAddress { get; set; }
    public string CallTitle { get; set; } = "";
    public string CallSlug { get; set; } = "";
    public string PublishedBy { get; set; } = "";

    [JsonIgnore] public string Title => Account.Essentials.Title ?? "";
    [JsonIgnore] public Voices Voices => new(WrittenBy is "RED_ENSEMBLE" or "RED_PERSONNES", WrittenBy is "RED_ENSEMBLE" or "RED_PROFESSIONNELS");
    /// <summary>As the readers fixed them; what they left open stays as the authors say.</summary>
    [JsonIgnore] public Landmarks Landmarks => FixedByReaders is { } f ? Completed(LandmarksJson.Read(f.Landmarks), Account.Landmarks()) : Account.Landmarks();
    /// <summary>Whose word the registers are: the readers' as soon as they fixed one.</summary>
    [JsonIgnore] public bool RegistersFixed => FixedByReaders is { } f && LandmarksJson.Read(f.Landmarks).Registers.Count > 0;
    /// <summary>Whose word the degree is.</summary>
    [JsonIgnore] public bool DegreeFixed => FixedByReaders is { Degree: not null };
    /// <summary>The highest degree reached, as the readers fixed it or as the authors say.</summary>
    [JsonIgnore] public string? Degree => FixedByReaders?.Degree ?? Account.Participation.Degree;
    /// <summary>V-LEVEL5 of each modality, unless the readers fixed them.</summary>
    [JsonIgnore] public IReadOnlyList<string> Levels => FixedByReaders is { Level: { } level } ? [level] : [.. Landmarks.Modalities.Select(m => Grid.CellOf(m).Level).Distinct()];

    /// <summary>Where the readers fixed something else than the authors say: the page keeps the readers' word, and the authors are told (EXP-R10).</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Overruled
    {
        get
        {
            if (FixedByReaders is null) return [];
            var (said, own) = (Landmarks, Account.Landmarks());
            return [.. new (string Name, bool Other)[]
            {
                ("le degré de participation", Degree != Account.Participation.Degree), ("le public de l’action", !said.Publics.SequenceEqual(own.Publics)), ("les activités", !said.Activities.SequenceEqual(own.Activities)),
                ("le champ du parcours", !said.PathwayFields.SequenceEqual(own.PathwayFields)), ("l’étape du parcours", !said.Pathways.SequenceEqual(own.Pathways)), ("la forme d’engagement", !said.Registers.SequenceEqual(own.Registers)),
                ("le niveau", !said.Scales.SequenceEqual(own.Scales)), ("la façon de faire", !said.Modalities.SequenceEqual(own.Modalities)), ("l’échelle des effets", said.EffectsScale != own.EffectsScale), ("l’espace", said.Space != own.Space),
            }.Where(p => p.Other).Select(p => p.Name)];
        }
    }

    /// <summary>What the authors tell, with the degree and the landmarks as the readers fixed them: one answer to each question.</summary>
    public Account AccountAsFixed()
    {
        if (FixedByReaders is null) return Account;
        var (told, marks) = (Account.FromJson(Account.ToJson()), Landmarks);
        (told.Participation.Degree, told.Participants.Publics) = (Degree, [.. marks.Publics]);
        (told.Course.EffectsScale, told.Course.Space, told.Course.Activities) = (marks.EffectsScale, marks.Space, [.. marks.Activities]);
        (told.Course.PathwayFields, told.Course.Pathways) = ([.. marks.PathwayFields], [.. marks.Pathways]);
        (told.Course.Scales, told.Course.Registers, told.Course.Modalities) = ([.. marks.Scales], [.. marks.Registers], [.. marks.Modalities]);
        return told;
    }

    static Landmarks Completed(Landmarks said, Landmarks authors)
    {
        static CodeSet Either(CodeSet said, CodeSet otherwise) => said.Count > 0 ? said : otherwise;
        return new()
        {
            Degree = new()
            {
                Promised = said.Degree.Promised ?? authors.Degree.Promised, ByPersons = said.Degree.ByPersons ?? authors.Degree.ByPersons,
                ByProfessionals = said.Degree.ByProfessionals ?? authors.Degree.ByProfessionals, Stages = said.Degree.Stages.Rows.Count > 0 ? said.Degree.Stages : authors.Degree.Stages,
            },
            EffectsScale = said.EffectsScale ?? authors.EffectsScale, Space = said.Space ?? authors.Space,
            PathwayFields = Either(said.PathwayFields, authors.PathwayFields), Pathways = Either(said.Pathways, authors.Pathways), Publics = Either(said.Publics, authors.Publics),
            Activities = Either(said.Activities, authors.Activities), Scales = Either(said.Scales, authors.Scales), Registers = Either(said.Registers, authors.Registers), Modalities = Either(said.Modalities, authors.Modalities),
        };
    }

    /// <summary>Takes out what only the working group may see: the FINESS number, exact numbers, answers to the call's own questions (fields 6, 24 to 26).</summary>
    public static Account ForPublic(Account account)
    {
        var open = Account.FromJson(account.ToJson());
        open.Structure.OrganisationFiness = null;
        (open.Participants.PersonsExact, open.Participants.ProfessionalsExact, open.Participants.BeneficiariesExact) = (null, null, null);
        open.Extra = new();
        return open;
    }

    /// <summary>What begins a fingerprint that holds the title too.</summary>
    public const string WithTitle = "t-";

    /// <summary>
    /// Fingerprint of the title, the summary and its easy-read twin, with the pictures that people chose for it: what a concerned reader's approval binds to
    /// (FAL-R1). The one-page sheet prints the title right above the mark.
    /// </summary>
    public string EasyHash() => WithTitle + Hash(Title + "\n\u241e\n" + EasyHashWithoutTitle());

    /// <summary>The fingerprint as it was taken before the title was part of it.</summary>
    public string EasyHashWithoutTitle() =>
        Hash(Account.Essentials.Summary + "\n\u241e\n" + Account.Essentials.EasySummary + string.Concat(Account.Essentials.EasyPictures.Order(StringComparer.Ordinal).Select(p => "\n\u241e\n" + p)));

    /// <summary>Fingerprint of all that is shown: what the authors agree to (EXP-R10).</summary>
    public string Fingerprint() => Hash(ToJson());

    public string ToJson() => JsonSerializer.Serialize(this, SheetJson.Default.SheetContent);
    public static SheetContent FromJson(string json) => JsonSerializer.Deserialize(json, SheetJson.Default.SheetContent)!;

    static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}

/// <summary>A document of the sheet: clean, with its rights and its alternative text (field 45).</summary>
public sealed record SheetDocument(Guid File, string Name, string Kind, long Length, string Rights, string Alternative);

/// <summary>A link of the sheet, with its rights and its alternative text (field 45).</summary>
public sealed record SheetWebLink(string Address, string Alternative, string Rights);

/// <summary>What the readers fixed, as text.</summary>
public sealed record StoredCoding(string Landmarks, string? Degree, string? Level)
{
    public Coding Read() => new() { Landmarks = LandmarksJson.Read(Landmarks), Degree = Degree, Level = Level };

    public static StoredCoding? Of(Coding? coding) => coding is null ? null : new(LandmarksJson.Write(coding.Landmarks), coding.Degree, coding.Level);
}

/// <summary>What a list needs of a sheet: twenty of them are one small query.</summary>
public sealed class SheetCard
{
    public string? Structure { get; set; }
    public string? Region { get; set; }
    public string? Start { get; set; }
    public List<string> Contexts { get; set; } = [];
    public string? Degree { get; set; }
    public string? WrittenBy { get; set; }
    public bool Remarkable { get; set; }
    public string Summary { get; set; } = "";
    public string? Easy { get; set; }

    public static SheetCard Of(SheetContent content) => new()
    {
        Structure = content.Account.Structure.OrganisationName, Region = content.Account.Structure.Region, Start = content.Account.Setting.StartMonth,
        Contexts = [.. content.Account.Setting.Contexts], Degree = content.Degree, WrittenBy = content.WrittenBy, Remarkable = content.Remarkable,
        Summary = content.Account.Essentials.Summary ?? "", Easy = content.Account.Essentials.EasySummary,
    };

    public string ToJson() => JsonSerializer.Serialize(this, SheetJson.Default.SheetCard);
    public static SheetCard FromJson(string json) => JsonSerializer.Deserialize(json, SheetJson.Default.SheetCard)!;
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SheetContent)), JsonSerializable(typeof(SheetCard))]
public sealed partial class SheetJson : JsonSerializerContext;
