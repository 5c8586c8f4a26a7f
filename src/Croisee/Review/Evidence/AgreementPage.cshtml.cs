using Croisee.Data;
using Croisee.Framework;
using Croisee.People;

namespace Croisee.Review.Evidence;

/// <summary>Agreement by field, in words and numbers, the weakest first, for the group and those who organise the call.</summary>
[Audience(Audience.Member)]
public sealed class AgreementPageModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels) : AgreementScreen(db, clock, visitor)
{
    public Labels Labels => labels;
    public IEnumerable<FieldAgreement> Unclear => Fields.Where(f => f.Verdict is Agreed.Weak);
    public bool IsTooEarly => Fields.All(f => f.Verdict is Agreed.TooEarly);
    /// <summary>Where kappa's interval rests on few double readings: the field's own count decides, not that of the whole call.</summary>
    public IReadOnlyList<FieldAgreement> OnFew => [.. Fields.Where(f => f.KappaInterval is not null && f.Compared < FieldAgreement.Few)];
    /// <summary>Who may change the words of the framework.</summary>
    public bool MayReword => Me.AdministersInstance;

    /// <summary>The codes about which pairs differ most.</summary>
    public static IEnumerable<CodeAgreement> Apart(FieldAgreement field) => field.Codes.Where(c => c.Apart > 0).OrderByDescending(c => c.Apart).ThenBy(c => c.Alpha ?? 1).Take(3);

    public void OnGet() { }
}
