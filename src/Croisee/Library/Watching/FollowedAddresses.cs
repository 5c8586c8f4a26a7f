using Croisee.Data;
using Croisee.Experiences;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Watching;

/// <summary>An address without an account that follows a search, or was just asked to confirm one.</summary>
public sealed class FollowedAddresses(AppDb db) : IAddressUse
{
    public Task<bool> Uses(string email) => db.SearchAddresses.AnyAsync(a => a.Email == email);
}
