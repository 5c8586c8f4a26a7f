namespace Croisee.Experiences;

/// <summary>A higher room that writes to addresses says whether it still does to this one: letters that it asked for stay when contact data go.</summary>
public interface IAddressUse
{
    /// <param name="email">As <see cref="People.Person.NormaliseEmail"/> writes it.</param>
    Task<bool> Uses(string email);
}
