namespace Croisee.Surveys.Exchange;

/// <summary>Addresses of the standard's extensions, and names of ours for the little that it does not say.</summary>
static class FhirNames
{
    const string Standard = "http://hl7.org/fhir/StructureDefinition/", Ours = "urn:croisee:questionnaire:";

    public const string Translation = Standard + "translation", ItemControl = Standard + "questionnaire-itemControl", MinValue = Standard + "minValue", MaxValue = Standard + "maxValue";
    public const string MinOccurs = Standard + "questionnaire-minOccurs", MaxOccurs = Standard + "questionnaire-maxOccurs", Hidden = Standard + "questionnaire-hidden";
    public const string Controls = "http://hl7.org/fhir/questionnaire-item-control";

    public const string Thanks = Ours + "thanks", Source = Ours + "source", Kind = Ours + "kind", Silent = Ours + "silent", Shuffled = Ours + "shuffled", Sensitive = Ours + "sensitive", Describes = Ours + "describes";
    public const string Picture = Ours + "picture", Audio = Ours + "audio", Condition = Ours + "condition", Language = Ours + "language";
    public const string Codes = "urn:croisee:vocabulaire:", Answers = "urn:croisee:reponses:";
    public const string Part = "partie.", Help = ".aide";

    /// <summary>« Yes » and « no » as a boolean stands for them.</summary>
    public const string Yes = "OUN_OUI", No = "OUN_NON";
}
