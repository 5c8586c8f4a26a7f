using System.Text.Json;
using Croisee.Framework;

namespace Croisee.Experiences.Answers;

/// <summary>The whole of what an experience tells: the ten steps together, without contact data. What readers read and what is published.</summary>
public sealed class Account
{
    public Structure Structure { get; set; } = new();
    public Essentials Essentials { get; set; } = new();
    public Setting Setting { get; set; } = new();
    public Origin Origin { get; set; } = new();
    public Participants Participants { get; set; } = new();
    public Course Course { get; set; } = new();
    public Participation Participation { get; set; } = new();
    public Means Means { get; set; } = new();
    public Changes Changes { get; set; } = new();
    public Lessons Lessons { get; set; } = new();
    public ExtraAnswers Extra { get; set; } = new();

    public IEnumerable<StepAnswers> Steps => [Structure, Essentials, Setting, Origin, Participants, Course, Participation, Means, Changes, Lessons, Extra];

    /// <summary>The six landmarks as the authors see them.</summary>
    public Landmarks Landmarks() => new()
    {
        Degree = new DegreeViews { Promised = Participation.Promised, ByPersons = Participation.LivedByPersons, ByProfessionals = Participation.LivedByProfessionals },
        EffectsScale = Course.EffectsScale,
        PathwayFields = CodeSet.Of(Vocabularies.PathwayField, Course.PathwayFields),
        Pathways = CodeSet.Of(Vocabularies.Pathway, Course.Pathways),
        Publics = CodeSet.Of(Vocabularies.Public, Participants.Publics),
        Activities = CodeSet.Of(Vocabularies.Activity, Course.Activities),
        Space = Course.Space,
        Scales = CodeSet.Of(Vocabularies.Scale, Course.Scales),
        Registers = CodeSet.Of(Vocabularies.Register, Course.Registers),
        Modalities = CodeSet.Of(Vocabularies.Modality, Course.Modalities),
    };

    public string ToJson() => JsonSerializer.Serialize(this, AnswersJson.Default.Account);
    public static Account FromJson(string json) => JsonSerializer.Deserialize(json, AnswersJson.Default.Account)!;
}
