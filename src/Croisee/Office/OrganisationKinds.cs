using Croisee.People;
using Croisee.Ui;

namespace Croisee.Office;

static class OrganisationKinds
{
    public static string Label(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Instance => "Instance",
        OrganisationKind.NationalBody => "Organisme national",
        OrganisationKind.Region => "Région",
        OrganisationKind.ManagingBody => "Organisme gestionnaire",
        OrganisationKind.Establishment => "Établissement",
        _ => "Service",
    };

    /// <summary>All but the instance, which is the root and is made once.</summary>
    public static readonly Choice[] Choices = [.. Enum.GetValues<OrganisationKind>().Where(k => k is not OrganisationKind.Instance).Select(k => new Choice(k.ToString(), k.Label()))];
}
